/** Which claims a word on many is about, as the API takes it. */
import type { ClaimRow, Shapes } from "@/api";
import type { Filter } from "@/filter";

export const STATES: readonly ClaimRow["state"][] = ["open", "accepted", "rejected", "corrected"];

/** What is chosen besides the filter. */
export interface Chosen {
  words: string;
  states: ClaimRow["state"][];
}

/** The same claims that the list shows under this filter. */
export function selectingOf(filter: Filter, { words, states }: Chosen): Shapes["Selecting"] {
  return {
    known_by: filter.known_by ?? null,
    since: filter.from ?? null,
    until: filter.to ?? null,
    actor: filter.actor ?? null,
    kinds: [...filter.kind],
    min_confidence: filter.min_confidence ?? 0,
    publishers: [...filter.source],
    place: filter.place ?? null,
    stances: [],
    phases: [],
    states: [...states],
    words,
  };
}
