/** How a predicate is drawn follows from what the codebook says of it; no predicate is named here. */

import type { Shapes } from "@/api";

/** A section of a profile (`SECTIONS` in allegiance/records/answer.py). */
export type Section = Shapes["Line"]["section"];

/** What is needed of a codebook's entry. */
export interface Predicate {
  kind: "relation" | "event";
  predicate: string;
  label: string;
  /** 1 with each other, -1 against each other, 0 neither; null for events. */
  sign: number | null;
  directed: boolean;
  /** "state" lasts, "change" happens once; null for events. */
  nature: string | null;
  /** Sections of a profile in which it stands. */
  sections: readonly Section[];
}

/** friend, foe and belonging tie two actors; a change happens once; neutral has no side; an event is something done. */
export type Family = "friend" | "foe" | "belonging" | "change" | "neutral" | "event";

export const FAMILIES: readonly Family[] = [
  "friend",
  "foe",
  "belonging",
  "change",
  "neutral",
  "event",
];

export const MEANS: Record<Family, string> = {
  friend: "with each other",
  foe: "against each other",
  belonging: "one under the other, or leading it",
  change: "a change that happens once",
  neutral: "neither with nor against",
  event: "something done",
};

/** In these sections the codebook files ties of rank. */
export const OF_RANK: readonly Section[] = ["leaders", "above", "below"];
/** In this one, what turns bodies into others. */
export const OF_CHANGE: Section = "changes";

/** The family of a predicate. */
export function familyOf(entry: Predicate): Family {
  if (entry.kind === "event") return "event";
  if (entry.sections.some((section) => OF_RANK.includes(section))) return "belonging";
  if (entry.nature === "change" || entry.sections.includes(OF_CHANGE)) return "change";
  if (entry.sign === 1) return "friend";
  return entry.sign === -1 ? "foe" : "neutral";
}
