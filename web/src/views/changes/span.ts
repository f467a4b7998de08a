/** Between which days changes are asked for, in the world or in what was known. */
import { later, type Span } from "@/days";
import type { Filter } from "@/filter";
import { dayOf, isoOf, plusDays } from "@/words";

export type Side = "world" | "known";

export interface Preset {
  label: string;
  /** How many months before the last day; null for all there is. */
  months: number | null;
}

export const PRESETS: readonly Preset[] = [
  { label: "Last month", months: 1 },
  { label: "Last 3 months", months: 3 },
  { label: "Last year", months: 12 },
  { label: "All", months: null },
];

const YEAR: Preset = { label: "", months: 12 };

/** The days of a preset in a store whose reports are of these days. */
export function spanOf({ months }: Preset, all: Span): Span {
  if (months === null) return all;
  const day = dayOf(all.last);
  const first = isoOf(new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - months, 1)));
  const same = plusDays(first, Math.min(day.getUTCDate(), daysIn(first)) - 1);
  return { first: later(same, all.first), last: all.last };
}

/** The span that is shown: as the address says, or else the store's last year. */
export function shownSpan(
  side: Side,
  filter: Filter,
  knownFrom: string | undefined,
  all: Span,
): Span {
  if (side === "known") {
    const last = filter.known_by ?? all.last;
    return { first: knownFrom ?? spanOf(YEAR, { ...all, last }).first, last };
  }
  if (!filter.from && !filter.to) return spanOf(YEAR, all);
  return { first: filter.from ?? all.first, last: filter.to ?? all.last };
}

function daysIn(first: string): number {
  const day = dayOf(first);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
}
