/** A line of a profile along time, no more exact than it is known: full where it surely held, pale where it may have. */
import { scaleUtc } from "d3-scale";
import type { Interval } from "@/api";
import { dayOf, plusDays, type When } from "@/words";
import type { Line } from "./sections";

/** The days `[start, end)`; open ends are null. */
interface Days {
  start: string | null;
  end: string | null;
}

/** What is drawn of one line; the same as the lanes of a notebook show. All null: nobody says when. */
export interface Strip {
  /** It is a moment somewhere in `drawn`: what happened once, or the end of what is only said to have been. */
  happening: boolean;
  /** The days on which it may have held, as far as reports tell of it. */
  drawn: Days | null;
  /** Those of them on which it surely did. */
  sure: Days | null;
  /** The days after them of which no report tells, until it is taken to have faded. */
  quiet: Days | null;
  /** It was there before, or nobody says since when. */
  earlier: boolean;
}

/** From the first to the last day that a profile tells of: what all its strips are drawn over. */
export type Era = readonly [first: string, last: string];

/** What to draw of a line: by its stretch in the history; by its own words where it has none, as events. */
export function stripOf(line: Line, interval: Interval | null): Strip {
  if (interval) return stripOfInterval(interval);
  const happening = line.section === "events" || line.section === "changes";
  if (happening || line.since === null) return momentOf(line.since ?? line.until);
  const { since, until } = line;
  return {
    happening: false,
    drawn: { start: since.start ?? since.end, end: until?.end ?? null },
    sure: { start: since.end, end: until?.start ?? null },
    quiet: null,
    earlier: since.start === null,
  };
}

function stripOfInterval({ happening, drawn, sure, last, relation }: Interval): Strip {
  const { since, until } = relation;
  if (happening) return momentOf(since);
  if (drawn === null) return momentOf(until ?? since);
  const told = until === null ? later(plusDays(last, 1), drawn.start) : drawn.end;
  return {
    happening: false,
    drawn: { start: drawn.start, end: told },
    sure: sure && { start: sure.start, end: earlierOf(sure.end, told) },
    quiet: until === null ? { start: told, end: drawn.end } : null,
    earlier: since.start === null,
  };
}

function momentOf(when: When | null): Strip {
  return { happening: true, drawn: when, sure: null, quiet: null, earlier: false };
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two days; an open end is the latest. */
function earlierOf(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/**
 * The era of a profile; null where no line has a day.
 *
 * @param known - the last day of knowledge: what lasts longer is drawn up to it.
 */
export function eraOf(strips: readonly Strip[], known: string | null | undefined): Era | null {
  const days = strips
    .flatMap(({ happening, drawn }) => {
      const last = drawn?.end && plusDays(drawn.end, -1);
      return [drawn?.start, happening || (last && known && last < known) ? last : null];
    })
    .concat(known)
    .filter((day): day is string => Boolean(day))
    .sort();
  const [first] = days;
  const last = days.at(-1);
  return first && last && first < last ? [first, last] : null;
}

/** Where something is drawn: pixels from the left. */
export interface Bar {
  from: number;
  to: number;
  /** Beyond the edge of what is known: it goes on, or nobody says since when. */
  openLeft: boolean;
  openRight: boolean;
}

/** Days as a bar, at least `least` pixels wide; null where there are none. */
export function barOf(days: Days | null, era: Era, width: number, least = 2): Bar | null {
  if (!days || (days.start === null && days.end === null)) return null;
  const x = scaleOf(era, width);
  const clipped = (day: string) => Math.min(Math.max(x(dayOf(day)), 0), width);
  const from = days.start === null ? 0 : clipped(days.start);
  const to = days.end === null ? width : clipped(days.end);
  if (to < from) return null;
  const start = Math.min(from, width - least);
  return {
    from: start,
    to: Math.max(to, start + least),
    openLeft: days.start === null,
    openRight: days.end === null,
  };
}

/** Years, or months of a short era, to be written under a column of strips; a handful of them. */
export function ticksOf(era: Era, width: number, number: number): { x: number; label: string }[] {
  const x = scaleOf(era, width);
  const short = x.tickFormat(number);
  return x.ticks(number).map((day) => ({ x: x(day), label: short(day) }));
}

/** Where a day is; null outside of the era. */
export function placeOf(day: string | undefined, era: Era, width: number): number | null {
  if (!day || day < era[0] || day > era[1]) return null;
  return scaleOf(era, width)(dayOf(day));
}

function scaleOf([first, last]: Era, width: number) {
  return scaleUtc()
    .domain([dayOf(first), dayOf(plusDays(last, 1))])
    .range([0, width]);
}
