/** Days along a line, and the stretches of a histogram over it. */
import { dayOf, daysBetween, isoOf, plusDays } from "@/words";

/** So many events in the days `[start, end)`; of them so many that may have been earlier. */
export interface Bar {
  start: string;
  end: string;
  events: number;
  uncertain: number;
}

export interface Span {
  first: string;
  /** Included. */
  last: string;
}

/** Where a day lies between the first and the last, 0 to 1. */
export function shareOf(day: string, { first, last }: Span): number {
  const all = daysBetween(first, last) + 1;
  return Math.min(1, Math.max(0, daysBetween(first, day) / all));
}

/** The day that lies at a share of the way. */
export function dayAt(share: number, { first, last }: Span): string {
  const all = daysBetween(first, last) + 1;
  const days = Math.floor(Math.min(1, Math.max(0, share)) * all);
  return plusDays(first, Math.min(days, all - 1));
}

/** From the first day of the first bar to the last of the last; null where there are none. */
export function spanOf(bars: readonly Bar[]): Span | null {
  const [first, last] = [bars[0], bars.at(-1)];
  return first && last ? { first: first.start, last: plusDays(last.end, -1) } : null;
}

/** The smallest span around both. */
export function around(one: Span | null, other: Span): Span {
  if (!one) return other;
  return {
    first: earlier(one.first, other.first),
    last: later(one.last, other.last),
  };
}

/** The earlier of two days: in ISO 8601 they sort as texts do. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** The later of two days. */
export function later(one: string, other: string): string {
  return one > other ? one : other;
}

export type Grain = "day" | "week" | "month" | "quarter" | "year";
const DAYS: [Grain, number][] = [
  ["day", 1],
  ["week", 7],
  ["month", 30.4],
  ["quarter", 91.3],
];
// More bars than this are thinner than can be aimed at.
const MOST_BARS = 180;

/** The finest grain that gives a span no more bars than can be told apart. */
export function grainFor({ first, last }: Span): Grain {
  const days = daysBetween(first, last) + 1;
  return DAYS.find(([, length]) => days / length <= MOST_BARS)?.[0] ?? "year";
}

/** First days of years, thinned to a handful, to be written under the line. */
export function yearTicks({ first, last }: Span, most: number): string[] {
  const from = dayOf(first).getUTCFullYear();
  const to = dayOf(last).getUTCFullYear();
  const step = [1, 2, 5, 10, 20, 50, 100].find((one) => (to - from) / one <= most) ?? 500;
  const ticks: string[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) {
    const day = isoOf(new Date(Date.UTC(year, 0, 1)));
    if (day >= first) ticks.push(day);
  }
  return ticks;
}
