/** The looks of the app: ink on paper. Colour is kept for what it means on the map. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";

const INK: MantineColorsTuple = [
  "#f4f5f7",
  "#e6e8ec",
  "#cdd2da",
  "#aab2bf",
  "#8a94a4",
  "#6b7585",
  "#545d6b",
  "#3f4753",
  "#2b313b",
  "#1b1e24",
];
// Greyer than Mantine's, so that pictures stand on the paper that their colours were chosen for (signs/palette.ts).
const DARK: MantineColorsTuple = [
  "#d5dae2",
  "#b6bdc9",
  "#98a1af",
  "#6f7886",
  "#3d434d",
  "#31363f",
  "#272b33",
  "#1b1e24",
  "#15181d",
  "#0f1115",
];

/** As Mantine's, but what is filled with ink has words that can be read on it in the dark, too, where ink is light. */
const colours: VariantColorsResolver = (asked) => {
  const found = defaultVariantColorsResolver(asked);
  const isInk = !asked.color || asked.color === asked.theme.primaryColor;
  if (asked.variant !== "filled" || !isInk) return found;
  return { ...found, color: "var(--mantine-primary-color-contrast)" };
};

export const theme = createTheme({
  primaryColor: "ink",
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  variantColorResolver: colours,
  colors: { ink: INK, dark: DARK },
  defaultRadius: "sm",
  cursorType: "pointer",
  fontFamily: "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  headings: { fontWeight: "650" },
  respectReducedMotion: true,
  components: {
    Badge: { defaultProps: { size: "sm", radius: "sm", tt: "none", fw: 500 } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
});

/** Ink of links and of what is less important: at least 4.5 to 1 on the paper of either theme. */
export const resolver: CSSVariablesResolver = () => ({
  variables: {},
  light: { "--mantine-color-anchor": "#1d4f91", "--mantine-color-dimmed": "#5b6472" },
  dark: { "--mantine-color-anchor": "#a8c7f0", "--mantine-color-dimmed": "#98a1af" },
});
