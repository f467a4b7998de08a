/** What claims disagree on, and what each side says, in words; the same as the command line's. */
import type { Shapes } from "@/api";
import { numberWords, timeWords } from "@/words";

export type Conflict = Shapes["Conflict"];
export type Side = Shapes["Side"];
export type Voice = Shapes["Voice"];
export type Kind = Conflict["kind"];

/** What each kind of conflict asks. */
export const QUESTIONS: Record<Kind, string> = {
  who: "Who did it?",
  tie: "Does the tie hold?",
  toll: "How many?",
  when: "On which day?",
};

export const KINDS = Object.keys(QUESTIONS) as Kind[];

// How a speaker stands to what is claimed to have been done.
const STANDINGS: Record<Voice["standing"], string> = {
  report: "the report itself",
  source: "a party: the side said to have done it",
  target: "a party: the side it was done to",
  other: "a third party",
  nobody: "somebody without a name",
};

/** How a speaker stands to what is claimed; both sides of a tie are alike. */
export function standingWords(standing: Voice["standing"], kind: Kind): string {
  const party = standing === "source" || standing === "target";
  return party && kind === "tie" ? "a party to the tie" : STANDINGS[standing];
}

/** The name of an actor of the conflict; empty where nobody is meant. */
export function nameIn(conflict: Pick<Conflict, "actors">, id: string | null): string {
  if (id === null) return "";
  return conflict.actors.find((actor) => actor.id === id)?.name ?? id;
}

type Parties = Pick<Conflict, "actors" | "source" | "target" | "names">;

/** The names of both parties; of an actor that took another name, the new and the old one. */
export function partiesOf(conflict: Parties): readonly [source: string, target: string] {
  const { source, target, names } = conflict;
  return names ?? [nameIn(conflict, source), nameIn(conflict, target)];
}

/**
 * What one side says.
 *
 * @param label - of the side's predicate, in the codebook's words.
 */
export function sideWords(side: Side, conflict: Pick<Conflict, "actors">, label: string): string {
  if (side.toll) return tollWords(side.toll);
  if (side.when) return timeWords(side.when);
  const who = nameIn(conflict, side.actor);
  if (side.phase === null) return `${who} ${side.holds ? "did it" : "did not do it"}`;
  const word = { ends: "ended", begins: "begun", holds: "so" }[side.phase];
  return `${who && `${who}, `}${label}: ${side.holds ? word : `not ${word}`}`;
}

/** "24 to 99 killed", "at least 5 wounded". */
export function tollWords({ kind, low, high }: NonNullable<Side["toll"]>): string {
  if (high === null) return `at least ${numberWords(low)} ${kind}`;
  const number = low === high ? numberWords(low) : `${numberWords(low)} to ${numberWords(high)}`;
  return `${number} ${kind}`;
}

/** The days that lanes are shown for beside a conflict: its own, with a year around them. */
export function around(when: Conflict["when"]): { from?: string; to?: string } {
  const shift = (day: string | null, years: number) =>
    day === null
      ? undefined
      : `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/02-29$/, "02-28");
  return { from: shift(when.start, -1), to: shift(when.end, 1) };
}
