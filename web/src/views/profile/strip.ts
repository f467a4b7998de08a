/** A line of a profile along time, no more exact than it is known: full where it surely held, pale where it may have. */
import { scaleUtc } from "d3-scale";
import type { Interval, Shapes } from "@/api";
import { dayOf, plusDays, type When } from "@/words";
import type { Line } from "./sections";

/** The days `[start, end)`; open ends are null. */
interface Days {
  start: string | null;
  end: string | null;
}

/** What is drawn of one line. All null: nobody says when. */
export interface Strip {
  /** It happened once; somewhere in `drawn`. */
  happening: boolean;
  drawn: Days | null;
  sure: Days | null;
}

/** From the first to the last day that a profile tells of: what all its strips are drawn over. */
export type Era = readonly [first: string, last: string];

/** The stretch of a line's own relation among the stretches of a history: it rests on the same claims. */
export function stretchOf(line: Line, intervals: readonly Interval[]): Interval | undefined {
  const claims = line.claim_ids.join();
  return intervals.find(
    ({ relation }) => relation.predicate === line.predicate && relation.claim_ids.join() === claims,
  );
}

/** What to draw of a line: by its stretch in the history; by its own words where it has none, as events. */
export function stripOf(line: Line, interval: Interval | undefined): Strip {
  if (interval) {
    const { happening, drawn, sure, relation } = interval;
    if (happening) return { happening, drawn: daysOf(relation.since), sure: null };
    // What is only said to have been once may have been at any time before it was over.
    const once = relation.until && { start: null, end: relation.until.end };
    return { happening, drawn: drawn ? openDays(drawn) : once, sure: openDays(sure) };
  }
  const happening = line.section === "events" || line.section === "changes";
  if (happening || line.since === null) {
    return { happening: true, drawn: daysOf(line.since ?? line.until), sure: null };
  }
  const drawn = { start: line.since.start, end: line.until?.end ?? null };
  const sure = { start: line.since.end, end: line.until?.start ?? null };
  return { happening: false, drawn, sure };
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

function daysOf(when: When | null): Days | null {
  return when && { start: when.start, end: when.end };
}

function openDays(days: Shapes["Days"] | null): Days | null {
  return days && { start: days.start, end: days.end };
}
