/** The words on the picture and the room they take. */
import type { Actor } from "@/api";
import { safe } from "@/words";
import { type Day, dateOf, type Moment } from "./days";
import type { Lane, Tie } from "./plan";
import type { Stretch } from "./stretch";
import { fitted, textWidth } from "./text";

/** One line of text; `y` is its baseline. */
export interface Label {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export const NAME_SIZE = 11;
export const PERSON_SIZE = 11;
export const RAIL_SIZE = 10;
// Longer names are cut; their whole length is told on hovering.
const LONGEST = 230;

/** The names of a lane in time, over its line; none where it has only one. */
export function nameLabels({ body, edges }: Lane, x: (day: Day) => number): Label[] {
  if (body.names.length < 2) return [];
  return body.names.map(({ actor, by }) =>
    labelOf(actor.name, NAME_SIZE, x(by?.begin.at ?? edges.start.at)),
  );
}

/** Who led, and the years, where there is one time alone. */
export function leaderLabel(person: Actor, stretch: Stretch | null): Label {
  const name = fitted(safe(person.name), PERSON_SIZE, LONGEST);
  return labelOf(stretch ? `${name} ${yearsOf(stretch)}` : name, PERSON_SIZE, 0);
}

/** What a bracket means, read from the lane that it lies on: "ally of Al Nusra Front". */
export function railLabel(tie: Tie, lanes: readonly (Lane | { lane: Lane })[]): Label {
  const upper = lanes[tie.upper];
  const lane = upper && "lane" in upper ? upper.lane : upper;
  const { forward, backward } = tie.stretch.kind;
  return labelOf(`${tie.down ? backward : forward} ${lane?.name ?? ""}`, RAIL_SIZE, 0);
}

/** "2004-2006", "by 2012-2017", "2015-" while it goes on; the last year is that of the last telling where it faded. */
export function yearsOf({ begin, end, told, interval, once }: Stretch): string {
  if (once) return `until ${yearOf(told)}`;
  const since = begin.first === null ? `by ${yearOf(begin.at)}` : yearRange(begin);
  const until = end ? yearOf(end.last ?? end.at) : yearOf(told);
  if (!end && !interval.relation.faded) return `${since}–`;
  return until === yearOf(begin.at) ? since : `${since}–${until}`;
}

function yearRange({ first, at }: Moment): string {
  return yearOf(first ?? at);
}

function yearOf(day: Day): string {
  return String(dateOf(day).getUTCFullYear());
}

function labelOf(words: string, size: number, x: number): Label {
  const text = fitted(safe(words), size, LONGEST + 60);
  return { text, x, y: 0, width: textWidth(text, size), size };
}
