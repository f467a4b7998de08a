/** The colours of paper and ink, as plain values: a picture that is saved takes them along. */
import { GROUND, type Scheme } from "@/signs";

export interface Ink {
  paper: string;
  ink: string;
  /** At least 4.5 to 1 on the paper. */
  dim: string;
  faint: string;
  grid: string;
  stripe: string;
  accent: string;
}

const INKS: Record<Scheme, Ink> = {
  light: {
    paper: GROUND.light,
    ink: "#2b313b",
    dim: "#5b6472",
    faint: "#aab2bf",
    grid: "#e6e8ec",
    stripe: "#f7f8fa",
    accent: "#c2255c",
  },
  dark: {
    paper: GROUND.dark,
    ink: "#d5dae2",
    dim: "#98a1af",
    faint: "#545d6b",
    grid: "#31363f",
    stripe: "#20242b",
    accent: "#f783ac",
  },
};

export const FONT =
  "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** What a picture is drawn with. */
export function inkOf(scheme: Scheme): Ink {
  return INKS[scheme];
}
