/** Since when and until when a lane is told of. */
import type { Body } from "./bodies";
import type { Day, Moment } from "./days";
import { isPale, type Stretch } from "./stretch";

export interface Edges {
  start: {
    at: Day;
    /** When it came about, and what says so; null where it is only first told of on that day. */
    born: { moment: Moment; by: Stretch } | null;
  };
  /** The last day that reports tell of. Nobody says that a body has ended, so there is no other end. */
  told: Day;
}

/** The edges of a body's line; all that tells of it may come in any order. */
export function edgesOf(body: Body, tellings: readonly Stretch[]): Edges {
  const first = Math.min(...tellings.map(firstDay));
  const told = Math.max(...tellings.map(({ told: day, end }) => Math.max(day, end?.at ?? day)));
  const births = tellings.filter((one) => begins(one, body) && one.begin.at <= first + 1);
  const by = births.sort((one, other) => one.begin.at - other.begin.at)[0];
  const born = by ? { moment: by.begin, by } : null;
  return { start: { at: born?.moment.at ?? first, born }, told: Math.max(told, first) };
}

function firstDay({ begin }: Stretch): Day {
  return begin.at;
}

/** A body that broke away, or took the place of another, began so. */
function begins(one: Stretch, { names }: Body): boolean {
  const breaks = one.part === "change" && one.kind.directed;
  const from = one.begin.first !== null && one.source === names[0]?.actor.id;
  return from && !isPale(one) && (breaks || one.part === "name");
}
