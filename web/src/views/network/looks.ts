/** Colours of the picture in each theme, beside those of the signs. */
import { GROUND, type Scheme, type Sign } from "@/signs";
import type { Inks } from "./paint";

export interface Looks {
  inks: Inks;
  colour: (sign: Sign) => string;
}

/** Ink on the ground that the signs' colours were chosen for; what is chosen is ringed in the colour of links. */
export const INKS: Record<Scheme, Inks> = {
  light: { ground: GROUND.light, node: "#545d6b", text: "#1b1e24", chosen: "#1d4f91" },
  dark: { ground: GROUND.dark, node: "#98a1af", text: "#d5dae2", chosen: "#a8c7f0" },
};

/** A colour mixed into the ground, "#rrggbb"; `share` of 1 is the colour itself. */
export function mixed(colour: string, ground: string, share: number): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) =>
    Math.round(part(colour, at) * share + part(ground, at) * (1 - share)),
  );
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
