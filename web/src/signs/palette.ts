/**
 * Colours that all common kinds of sight tell apart, in the light and in the dark.
 *
 * Chosen by a search for the largest least distance (OKLab) between any two under normal sight and under simulated
 * protanopia, deuteranopia and tritanopia (Machado, Oliveira and Fernandes 2009), each at least 3 to 1 on its ground;
 * palette.test.ts holds them to it. Events share the ink of text: they are points and rows, never lines among lines.
 */
import type { Family } from "./family";

export type Scheme = "light" | "dark";

/** What the colours stand on: the paper of a picture. */
export const GROUND: Record<Scheme, string> = { light: "#ffffff", dark: "#1b1e24" };

export const COLOURS: Record<Scheme, Record<Family, string>> = {
  light: {
    friend: "#3d85f5",
    foe: "#cf7411",
    belonging: "#06482a",
    change: "#7a1199",
    neutral: "#656b77",
    event: "#2b313b",
  },
  dark: {
    friend: "#5579cc",
    foe: "#cf5c0c",
    belonging: "#83fab1",
    change: "#e4b0ff",
    neutral: "#9a9a9a",
    event: "#d5dae2",
  },
};
