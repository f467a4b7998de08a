/** A relation's beginning, end and the notes that a reader has to know before relying on it. */

import { dayWords, timeWords, type When } from "./times";

/** What the words below need of a relation. */
export interface Told {
  since: When;
  until: When | null;
  faded: boolean;
  certain: boolean;
  alleged: boolean;
  attributed: boolean;
  derived: boolean;
  disputed_by: readonly string[];
}

/** What the words below need of an interval. */
export interface Stretch {
  happening: boolean;
  last: string;
  drawn: unknown | null;
  relation: Told;
}

/** When it began or happened; empty for what is only said to have been once. */
export function sinceWords(interval: Stretch): string {
  return interval.drawn === null ? "" : timeWords(interval.relation.since, { point: true });
}

/** When it ended, or the last day that reports tell of; empty while it goes on, and for happenings. */
export function untilWords(interval: Stretch): string {
  if (interval.relation.until !== null) return timeWords(interval.relation.until, { point: true });
  const faded = interval.relation.faded && !interval.happening;
  return faded ? `not told of after ${dayWords(interval.last)}` : "";
}

/** Its beginning and its end on one line: "10 Apr 2013, ended between 8 and 10 Jun 2014". */
export function intervalWords(interval: Stretch): string {
  const until = untilWords(interval);
  const ended = until && interval.relation.until !== null ? `ended ${until}` : until;
  return [sinceWords(interval), ended].filter(Boolean).join(", ");
}

/** What came of a merger, behind its parties: ", into the United Guards"; empty for nothing. */
export function intoWords(results: readonly string[]): string {
  return results.length > 0 ? `, into ${results.join(" or ")}` : "";
}

/** "disputed", "alleged", "by one side's word", "from events", "faded", "day uncertain": those that hold. */
export function notes(relation: Told): string[] {
  const all: [string, boolean][] = [
    ["disputed", relation.disputed_by.length > 0],
    ["alleged", relation.alleged],
    ["by one side's word", relation.attributed],
    ["from events", relation.derived],
    ["faded", relation.faded],
    ["day uncertain", !relation.certain],
  ];
  return all.filter(([, holds]) => holds).map(([words]) => words);
}
