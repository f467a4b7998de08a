/** Days as numbers, so that they can be laid on a line: whole days since 1 January 1970, UTC. */
import { dayOf, isoOf, type When } from "@/words";

export type Day = number;

const DAY_MS = 86_400_000;

/** A day in ISO 8601 as a number. */
export function dayNumber(iso: string): Day {
  return Math.round(dayOf(iso).getTime() / DAY_MS);
}

/** The day's midnight, as scales and calendars take it; fractions are hours. */
export function dateOf(day: Day): Date {
  return new Date(day * DAY_MS);
}

/** A day in ISO 8601; fractions are dropped. */
export function isoOfDay(day: Day): string {
  return isoOf(dateOf(Math.floor(day)));
}

/** Somewhere from `first` to `last`, both included; null where open. It is drawn at `at`. */
export interface Moment {
  first: Day | null;
  last: Day | null;
  at: Day;
}

/** The moment that a time names: drawn in the middle where it is a range, at the known end where it is open. */
export function momentOf(when: When, otherwise: Day): Moment {
  const first = when.start === null ? null : dayNumber(when.start);
  const last = when.end === null ? null : dayNumber(when.end) - 1;
  const middle = first !== null && last !== null ? (first + last) / 2 : (first ?? last);
  return { first, last, at: middle ?? otherwise };
}
