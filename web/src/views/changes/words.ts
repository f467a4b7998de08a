/** Changes as sentences: what happened to which relation, when, and how it was known before. */
import type { Shapes } from "@/api";
import { dayWords, intervalWords, notes, numberWords, timeWords } from "@/words";

export type Change = Shapes["Change"];
export type ChangeRow = Shapes["ChangeRow"];
type What = Change["what"];

/** What happened to a relation, said after it: "A is allied with B: began". */
export const DOES: Record<What, string> = {
  began: "began",
  merged: "happened",
  split: "happened",
  renamed: "happened",
  "first-told": "first told of",
  ended: "ended",
  faded: "not told of any more",
  disputed: "disputed",
  learned: "became known",
  settled: "no longer only alleged",
  redated: "dated otherwise",
  withdrawn: "no longer said",
};

/** What each kind of change means. */
export const MEANS: Record<What, string> = {
  began: "reports say when it began",
  merged: "one joined or became part of the other",
  split: "one came out of the other",
  renamed: "one went on under the other's name",
  "first-told": "nobody says when it began; on this day it is first told of",
  ended: "reports say when it ended",
  faded: "no report has renewed it in time",
  disputed: "a report speaks against it",
  learned: "no report had said so before",
  settled: "before, it was only alleged",
  redated: "it begins or ends at another time than was known",
  withdrawn: "nothing that is known now says so",
};

/** When: the time in the world, or the day it became known; empty where nobody can say. */
export function whenWords(change: Change): string {
  if (change.when) return timeWords(change.when, { point: true });
  return change.known_on ? dayWords(change.known_on) : "";
}

/** The day under which a change stands: the first it may be of; null where it has none. */
export function dayOfChange(change: Change): string | null {
  if (!change.when) return change.known_on;
  return change.when.start ?? change.when.end;
}

/** How many there are of each kind, each called by its own name: "1,200 ended, 3 split". */
export function tallied({ what }: Pick<Shapes["ChangeFacets"], "what">): string {
  const named = (value: string) => DOES[value as What].replace("happened", value);
  return what.map(({ value, count }) => `${numberWords(count)} ${named(value)}`).join(", ");
}

/** How it was known before and how it is known now; null for changes in the world. */
export function beforeAndAfter(change: Change): { before: string; after: string } | null {
  if (change.when !== null) return null;
  const known = (interval: Change["interval"] | null) =>
    interval ? intervalWords(interval) || "only said to have been" : "not known";
  const gone = change.what === "withdrawn";
  return { before: known(change.before), after: gone ? "no longer said" : known(change.interval) };
}

/** What a reader has to know; what the change itself tells is left out. */
export function notesOf(change: Change): string[] {
  const told = new Set<string>([change.what, "faded", "day uncertain"]);
  const words = notes(change.interval.relation).filter((one) => !told.has(one));
  const sure = change.sure || change.what === "first-told";
  return sure ? words : [...words, "perhaps outside these days"];
}

/** Claims that a reader wants to see: those that bring the change, or of what was withdrawn, those it rested on. */
export function evidenceOf(change: Change): readonly string[] {
  return change.claim_ids.length > 0 ? change.claim_ids : change.interval.relation.claim_ids;
}

/** Changes under the month in which they stand, in the order given. */
export function byMonth<Row extends Pick<ChangeRow, "change">>(
  rows: readonly Row[],
): [month: string, rows: Row[]][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const month = dayOfChange(row.change)?.slice(0, 7) ?? "";
    const group = groups.get(month);
    if (group) group.push(row);
    else groups.set(month, [row]);
  }
  return [...groups];
}
