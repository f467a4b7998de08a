/** The one filter of the app, as it stands in the URL and as the API takes it: the same names in both. */

import { isDay } from "@/words";

/** What is asked for. Absent fields leave the choice to the API: the last day told of, everybody, all kinds. */
export interface Filter {
  /** The day in the world; for views that show a state. */
  on?: string;
  /** No claim published after this day is used. */
  known_by?: string;
  /** The first day in the world; for views that show a stretch of time. */
  from?: string;
  /** The last day in the world. */
  to?: string;
  /** An actor's id. */
  actor?: string;
  /** Predicates; none means all. */
  kind: readonly string[];
  /** Show what is only alleged, too. */
  alleged: boolean;
  /** Only what a reviewer has accepted or corrected. */
  reviewed_only: boolean;
  /** 0 to 1. */
  min_confidence?: number;
  /** Independent witnesses, 1 or more. */
  min_witnesses?: number;
  /** Publishers' names; none means all. */
  source: readonly string[];
  /** A place's id. */
  place?: string;
}

/** A parameter of the URL that could not be used, and what would have been right. */
export interface Fault {
  name: string;
  value: string;
  remedy: string;
}

export const NO_FILTER: Filter = { kind: [], source: [], alleged: false, reviewed_only: false };

const DAYS = ["on", "known_by", "from", "to"] as const;
const WORDS = ["actor", "place"] as const;
const LISTS = ["kind", "source"] as const;
const SWITCHES = ["alleged", "reviewed_only"] as const;
const YES = new Set(["", "1", "true", "yes"]);
const NO = new Set(["0", "false", "no"]);
/** The names of all parameters that belong to the filter; everything else in the URL is a view's own. */
export const NAMES = [
  ...DAYS,
  ...WORDS,
  ...LISTS,
  ...SWITCHES,
  "min_confidence",
  "min_witnesses",
] as const;

/** Reads the filter off a URL's parameters. What cannot be used is left out of it, and told. */
export function parseFilter(params: URLSearchParams): { filter: Filter; faults: Fault[] } {
  const filter: Filter = { ...NO_FILTER };
  const faults: Fault[] = [];
  const take = <Value>(name: string, read: (text: string) => Value | undefined, remedy: string) => {
    const text = params.get(name);
    if (text === null) return undefined;
    const value = read(text.trim());
    if (value === undefined) faults.push({ name, value: text, remedy });
    return value;
  };
  for (const name of DAYS) {
    filter[name] = take(name, (text) => (isDay(text) ? text : undefined), "a day: 2014-02-10");
  }
  for (const name of WORDS) filter[name] = params.get(name)?.trim() || undefined;
  for (const name of LISTS) filter[name] = unique(params.getAll(name));
  for (const name of SWITCHES) filter[name] = take(name, readSwitch, "true or false") ?? false;
  filter.min_confidence = take("min_confidence", readShare, "a number from 0 to 1: 0.8");
  filter.min_witnesses = take("min_witnesses", readCount, "a whole number from 1: 2");
  if (filter.from && filter.to && filter.from > filter.to) {
    faults.push({ name: "to", value: filter.to, remedy: `a day from ${filter.from} on` });
    filter.to = undefined;
  }
  return { filter: withoutBlanks(filter), faults };
}

/** Writes the filter into a copy of a URL's parameters; what belongs to others in them stays. */
export function writeFilter(filter: Filter, params = new URLSearchParams()): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const name of NAMES) written.delete(name);
  for (const [name, value] of pairsOf(filter)) written.append(name, value);
  return written;
}

/** The filter as parameters, always in the same order; what is not set is not in it. */
export function pairsOf(filter: Filter): [string, string][] {
  const pairs: [string, string][] = [];
  for (const name of NAMES) {
    const value = filter[name];
    if (Array.isArray(value)) pairs.push(...value.map((one): [string, string] => [name, one]));
    else if (value !== undefined && value !== false) pairs.push([name, String(value)]);
  }
  return pairs;
}

/** How many fields hold something back or in; the days do not count, as a view always has one. */
export function narrowed(filter: Filter): number {
  const days = new Set<string>(DAYS);
  return new Set(
    pairsOf(filter)
      .map(([name]) => name)
      .filter((name) => !days.has(name)),
  ).size;
}

function readSwitch(text: string): boolean | undefined {
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}

function readShare(text: string): number | undefined {
  const share = Number(text);
  return text !== "" && share >= 0 && share <= 1 ? share : undefined;
}

function readCount(text: string): number | undefined {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
}

function unique(values: string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter(Boolean))];
}

function withoutBlanks(filter: Filter): Filter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as unknown as Filter;
}
