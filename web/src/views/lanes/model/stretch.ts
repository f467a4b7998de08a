/** An interval of the history as it lies on the line of days. */
import type { Interval } from "@/api";
import { type Day, dayNumber, type Moment, momentOf } from "./days";
import { type Kind, type Part, partOf } from "./kinds";

export interface Stretch {
  interval: Interval;
  kind: Kind;
  part: Part;
  /** Actors' ids. */
  source: string;
  target: string;
  /** When it began or happened; with an open start it is only the day by which it was told of. */
  begin: Moment;
  /** When it ended; null while it goes on, where it has only faded, and for happenings. */
  end: Moment | null;
  /** The last day on which a report says that it held. */
  told: Day;
  /** The last day on which a map draws it: what nobody repeats is drawn on for some time. */
  tail: Day;
  /** It is only said to have been once; nobody says when. */
  once: boolean;
}

/** A history as far as this picture needs it. */
export interface Told {
  known_by: string;
  intervals: readonly Interval[];
}

/** All stretches between two different actors, by id, whatever the order they came in. */
export function stretchesOf(history: Told, kinds: ReadonlyMap<string, Kind>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const interval of history.intervals) {
    const { predicate, source, target } = interval.relation;
    const kind = kinds.get(predicate);
    if (!kind || !target || target === source) continue;
    stretches.push({
      interval,
      kind,
      part: partOf(kind),
      source,
      target,
      ...daysOf(interval, history),
    });
  }
  return stretches.sort((one, other) => compareText(one.interval.id, other.interval.id));
}

/** The first and the last day on which it may be drawn. */
export function extentOf({ begin, end, tail, told }: Stretch): [Day, Day] {
  const first = begin.first ?? begin.at;
  const last = end ? (end.last ?? end.at) : Math.max(tail, told, begin.last ?? begin.at);
  return [first, Math.max(first, last)];
}

/** Does a report set it in doubt, or does none say it plainly? Both are drawn pale. */
export function isPale({ interval: { relation } }: Stretch): boolean {
  return relation.alleged || relation.disputed_by.length > 0;
}

/** The same order on every machine. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

type Days = Pick<Stretch, "begin" | "end" | "told" | "tail" | "once">;

function daysOf(interval: Interval, history: Told): Days {
  const { since, until } = interval.relation;
  const told = dayNumber(interval.last);
  const once = interval.drawn === null && !interval.happening;
  const end = until && !interval.happening ? momentOf(until, told) : null;
  const begin = once && end ? { first: null, last: end.at, at: end.at } : momentOf(since, told);
  if (end && end.at < begin.at) end.at = end.last ?? begin.at;
  return { begin, end, told, tail: tailOf(interval, told, dayNumber(history.known_by)), once };
}

function tailOf(interval: Interval, told: Day, known: Day): Day {
  if (interval.happening || !interval.drawn) return told;
  const over = interval.drawn.end === null ? known : dayNumber(interval.drawn.end) - 1;
  return Math.max(told, Math.min(over, known));
}
