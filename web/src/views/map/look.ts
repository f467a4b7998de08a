/** The colours of the map in light and dark. */
import { COLOURS, type Scheme } from "@/signs";
import type { Group } from "./groups";

interface Paper {
  sea: string;
  land: string;
  border: string;
  vague: string;
}

export const PAPER: Record<Scheme, Paper> = {
  light: { sea: "#e9eef3", land: "#fbfaf7", border: "#b4bac4", vague: "#2b313b" },
  dark: { sea: "#14171c", land: "#262a31", border: "#4a515d", vague: "#d5dae2" },
};

/** Deeds are drawn thick, words thin, so that the two are told apart without colours. */
export const THICK: Record<Group, number> = {
  "deeds-against": 6,
  "words-against": 2.5,
  "deeds-with": 6,
  "words-with": 2.5,
  other: 1,
};

/** Those who stand against each other, and those who stand with each other, as everywhere in the app. */
export function colourOf(group: Group, scheme: Scheme): string {
  const colours = COLOURS[scheme];
  if (group === "other") return colours.neutral;
  return group.endsWith("against") ? colours.foe : colours.friend;
}

/**
 * Colours of those who hold places (Okabe and Ito 2008, without black, yellow and the two that the groups of events are
 * near to); all others share the last.
 */
export const HOLDERS: readonly string[] = ["#009E73", "#CC79A7", "#0072B2", "#56B4E9", "#8f6b00"];
export const OTHERS = "#767c87";

/** A colour for each of those who hold most places; the rest share one. */
export function holderColours(holders: readonly { id: string }[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { id } of holders) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ranked = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return new Map(ranked.map(([id], rank) => [id, HOLDERS[rank] ?? OTHERS]));
}
