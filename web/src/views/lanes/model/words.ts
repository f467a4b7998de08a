/** What hovering tells, in words. */
import { intervalWords, intoWords, notes, safe, sinceWords, timeWords, toldBy } from "@/words";
import { nameOf } from "./bodies";
import { isoOfDay } from "./days";
import type { Lane } from "./plan";
import type { Stretch } from "./stretch";

/** One thing on the picture: what it is, when, and how well it is known. */
export interface Telling {
  title: string;
  lines: string[];
}

type Naming = (actor: string) => string;

/** "Al Nusra Front, ally of Ahrar al-Sham"; "began between 8 Apr and 10 Jun 2013"; "3 reports, 2 independent; disputed". */
export function stretchWords(stretch: Stretch, nameOfActor: Naming): Telling {
  const { interval, kind, source, target } = stretch;
  const { reports, witnesses } = interval.relation;
  const results = interval.relation.results.map((one) => safe(nameOfActor(one)));
  const told = [toldBy(reports, witnesses), ...notes(interval.relation)].join("; ");
  return {
    title: titleOf(source, kind.forward, target, nameOfActor) + intoWords(results),
    lines: [whenWords(stretch), told],
  };
}

/** "Al Nusra Front, ally of Ahrar al-Sham". */
export function titleOf(
  source: string,
  forward: string,
  target: string,
  nameOfActor: Naming,
): string {
  return `${safe(nameOfActor(source))}, ${forward} ${safe(nameOfActor(target))}`;
}

/** Since when a lane is told of, by which names, and when last. */
export function laneWords({ body, edges, family, folded }: Lane): Telling {
  const { start, told } = edges;
  const began = start.born
    ? `began ${timeWords(start.born.by.interval.relation.since, { point: true })}`
    : `first told of ${day(start.at)}; no report says when it began`;
  const before = body.names.slice(0, -1).map(({ actor }) => safe(actor.name));
  const lines = [`${began}; last told of ${day(told)}`];
  if (before.length > 0) lines.push(`formerly ${before.join(", ")}`);
  if (folded) lines.push(`folded: ${family} more in its family`);
  return { title: safe(nameOf(body)), lines };
}

function whenWords(stretch: Stretch): string {
  const { interval, once, begin } = stretch;
  if (once) return `once so; over ${intervalWords(interval).replace(/^ended /, "")}`;
  if (interval.happening) return sinceWords(interval);
  const words = intervalWords(interval);
  return begin.first === null ? `told of ${words}; no report says since when` : `began ${words}`;
}

function day(at: number): string {
  return timeWords({ start: isoOfDay(at), end: isoOfDay(at + 1), grain: "day" });
}
