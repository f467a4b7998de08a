/** On what the witnesses of one event agree and on what they differ: each said by whom, nothing averaged. */
import type { Explanation, Shapes } from "@/api";
import { rangeOfPersons, timeWords } from "@/words";

type Group = Shapes["WitnessGroup"];

/** One thing that witnesses say, and who says it. */
export interface Version {
  words: string;
  witnesses: readonly string[];
}

/** One question about an event. */
export interface Point {
  label: string;
  /** The one that most witnesses give first. */
  versions: readonly Version[];
  /** Those who do not say. */
  silent: readonly string[];
  agreed: boolean;
}

type Answer = (explanation: Explanation) => string | null;

const party =
  (role: string): Answer =>
  ({ parties }) => {
    const found = parties.find((one) => one.role === role);
    return found ? (found.actor?.name ?? found.words) : null;
  };

const QUESTIONS: readonly [label: string, answer: Answer][] = [
  ["Who", party("source")],
  ["Whom", party("target")],
  ["How", (one) => one.claim.codes?.plover.split("/")[1] ?? null],
  ["When", (one) => timeWords((one.corrected ?? one.claim).when) || null],
  ["Where", (one) => one.claim.where?.name ?? null],
  ["Persons harmed", (one) => harmed(one) || null],
  ["Stance", (one) => (one.corrected ?? one.claim).stance],
];

/** Question by question, as far as anybody answers it. */
export function compared(groups: readonly Group[]): Point[] {
  return QUESTIONS.map(([label, answer]) => pointOf(label, answer, groups)).filter(
    ({ versions }) => versions.length > 0,
  );
}

function pointOf(label: string, answer: Answer, groups: readonly Group[]): Point {
  const said = new Map<string, string[]>();
  const silent: string[] = [];
  for (const { witness, explanations } of groups) {
    const answers = explanations.map(answer).filter((one): one is string => one !== null);
    const words = [...new Set(answers)];
    if (words.length === 0) silent.push(witness);
    for (const one of words) said.set(one, [...(said.get(one) ?? []), witness]);
  }
  const versions = [...said].map(([words, witnesses]) => ({ words, witnesses }));
  versions.sort((one, other) => other.witnesses.length - one.witnesses.length);
  return { label, versions, silent, agreed: versions.length === 1 };
}

function harmed({ claim }: Explanation): string {
  return claim.toll.map(({ kind, low, high }) => `${kind} ${rangeOfPersons(low, high)}`).join(", ");
}
