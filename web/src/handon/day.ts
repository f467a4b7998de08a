/** The map of a day, drawn from stretches of time: as the server does it for a day. */
import type { EventRow, Interval, Relation, Shapes } from "@/api";
import { plusDays } from "@/words";
import type { Name, Page } from "./data";

type Network = Shapes["Network"];

/** Who stood how to whom on a day, and the events of the days before. */
export function networkOn({ history, events, about, names }: Page, day: string): Network {
  const relations = heldOn(history.intervals, day);
  const earliest = plusDays(day, -about.recent_days);
  const recent = events.filter(({ event }) => event.day <= day && event.day > earliest);
  const named = new Set(
    relations.flatMap((one) => [one.source, one.target, one.place, ...one.results]),
  );
  const actors = new Map(
    history.actors.filter(({ id }) => named.has(id)).map((one) => [one.id, one]),
  );
  for (const side of recent.flatMap(sidesOf)) actors.set(side.id, side);
  return {
    on: day,
    known_by: history.known_by,
    actors: [...actors.values()]
      .map((one) => ({ ...one, name: calledOn(names[one.id] ?? [], day) ?? one.name }))
      .sort((one, other) => one.name.localeCompare(other.name, "en")),
    places: history.places.filter(({ id }) => named.has(id)),
    relations,
    events: recent.map(({ event }) => event).reverse(),
    left_out: NOTHING,
  };
}

/** The name that was surely borne on a day. */
function calledOn(names: readonly Name[], day: string): string | undefined {
  return names.find(
    ({ first, last }) => (first === null || first <= day) && (last === null || day <= last),
  )?.name;
}

/** What is not drawn was left out when the page was made; the page says so once. */
const NOTHING: Network["left_out"] = {
  nameless: 0,
  unsettled: 0,
  alleged: 0,
  denied: 0,
  over: 0,
  weak: 0,
  unreviewed: 0,
};

/** Of each relation the stretch that a map of the day draws: the latest, a settled one before an alleged. */
export function heldOn(intervals: readonly Interval[], day: string): Relation[] {
  const latest = new Map<string, Interval>();
  for (const one of intervals) {
    // A name that somebody took is no tie to himself.
    if (one.relation.names || !covers(one.drawn, day)) continue;
    const before = latest.get(one.relation.id);
    if (!before || outranks(one, before)) latest.set(one.relation.id, one);
  }
  return [...latest.values()].map(({ relation, sure }) => ({
    ...relation,
    certain: covers(sure, day),
  }));
}

function outranks(one: Interval, other: Interval): boolean {
  if (one.relation.alleged !== other.relation.alleged) return other.relation.alleged;
  return one.number > other.number;
}

function covers(days: Interval["drawn"], day: string): boolean {
  return days !== null && days.start <= day && (days.end === null || day < days.end);
}

function sidesOf({ source, target }: EventRow) {
  return [source, target].filter((side) => side !== null);
}

/** The first day on which anything may be drawn; the last one where nothing is. */
export function firstDayOf({ history, about }: Page): string {
  const starts = history.intervals.flatMap(({ drawn }) => (drawn ? [drawn.start] : []));
  const [first = about.last_day] = [...starts, about.last_day].sort();
  return first;
}
