/** The days at which a time slider stops, from day to year. */
import { utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
import { dayOf, dayWords, isoOf } from "@/words";

export type Grain = "day" | "week" | "month" | "year";
export const GRAINS: readonly Grain[] = ["day", "week", "month", "year"];

const INTERVALS = { day: utcDay, week: utcMonday, month: utcMonth, year: utcYear };
/** A slider of more stops than this cannot be aimed at; a coarser grain is offered instead. */
const MOST_STOPS = 4000;

/** A day so many steps further; steps count from borders of the grain, so that the next month begins on its first. */
export function stepped(iso: string, grain: Grain, steps: number): string {
  const interval = INTERVALS[grain];
  const border = interval.floor(dayOf(iso));
  // Going back from within a month leads to its beginning first.
  const within = isoOf(border) !== iso && steps < 0 ? 1 : 0;
  return isoOf(interval.offset(border, steps + within));
}

/** All stops from the first day to the last, both of them stops, whatever the grain. */
export function stops(first: string, last: string, grain: Grain): string[] {
  const between = INTERVALS[grain].range(dayOf(first), dayOf(last)).map(isoOf);
  return [...new Set([first, ...between, last])];
}

/** The grains of which a stretch of days has a handful of stops, and not too many. */
export function fitting(first: string, last: string): Grain[] {
  const most = (dayOf(last).getTime() - dayOf(first).getTime()) / 86_400_000;
  return GRAINS.filter((grain) => grain !== "day" || most <= MOST_STOPS);
}

/** The index of the last stop that is not after the day. */
export function stopAt(all: readonly string[], iso: string): number {
  let low = 0;
  let high = all.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((all[middle] ?? "") <= iso) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A stop as one reads it. */
export function stopWords(iso: string, grain: Grain): string {
  if (grain === "year" && iso.endsWith("-01-01")) return iso.slice(0, 4);
  const words = dayWords(iso);
  return grain === "month" && iso.endsWith("-01") ? words.replace(/^1 /, "") : words;
}
