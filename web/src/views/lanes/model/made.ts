/** Small histories for tests, told in few words. */
import type { Actor, Interval } from "@/api";
import type { Kind } from "./kinds";
import type { History } from "./plan";

const STATE = { kind: "relation", directed: true, nature: "state", renames: false } as const;

/** Five relations as the codebook has them. */
export const KINDS: ReadonlyMap<string, Kind> = new Map(
  (
    [
      { ...STATE, predicate: "affiliate", sections: ["above", "below"] },
      { ...STATE, predicate: "alliance", sections: ["allies", "allies"], directed: false },
      { ...STATE, predicate: "leadership", sections: ["leaders", "leaders"] },
      {
        ...STATE,
        predicate: "split",
        nature: "change",
        sections: ["changes", "changes"],
      },
      {
        ...STATE,
        predicate: "succession",
        nature: "change",
        renames: true,
        sections: ["changes", "changes"],
      },
    ] satisfies Omit<Kind, "label" | "forward" | "backward">[]
  ).map((kind) => [
    kind.predicate,
    { ...kind, label: kind.predicate, forward: `${kind.predicate} of`, backward: "other side of" },
  ]),
);

/** An actor; ids that begin with "person" are persons. */
export function actor(id: string, name = id.toUpperCase()): Actor {
  const kind = id.startsWith("person") ? "person" : "armed-group";
  return { id, name, kind, knowledge_id: null };
}

type Relation = Interval["relation"];

/** A stretch since one day, until another; days in ISO 8601, null where open. */
export function told(
  source: string,
  predicate: string,
  target: string,
  since: [string | null, string],
  rest: Partial<Relation> & { last?: string; drawn?: Interval["drawn"] } = {},
): Interval {
  const { last = since[0] ?? since[1], drawn, ...relation } = rest;
  const happening = KINDS.get(predicate)?.nature === "change";
  const id = `${source}-${predicate}-${target}-${since.join("-")}`;
  return {
    id: `interval-${id}`,
    number: 1,
    happening,
    last,
    drawn: drawn === undefined ? { start: since[0] ?? since[1], end: null } : drawn,
    sure: null,
    relation: {
      id: `relation-${id}`,
      predicate,
      source,
      target,
      place: null,
      since: { start: since[0], end: since[1], grain: "day" },
      until: null,
      faded: false,
      certain: true,
      alleged: false,
      attributed: false,
      derived: false,
      reports: 1,
      witnesses: 1,
      confidence: 0.9,
      claim_ids: [`claim-${id}`],
      disputed_by: [],
      results: [],
      names: null,
      ...relation,
    },
  };
}

/** A history of these intervals, and of all actors in them. */
export function historyOf(intervals: Interval[], known_by = "2020-01-01"): History {
  const ids = new Set(intervals.flatMap(({ relation }) => [relation.source, relation.target]));
  const actors = [...ids].filter((id) => id !== null).map((id) => actor(id));
  return { known_by, intervals, actors };
}

/** A repeatable stream of whole numbers below a bound. */
export function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A history of so many groups and intervals that nobody would make up by hand; the same for the same seed. */
export function manyTold(seed: number, groups: number, intervals: number): History {
  const next = numbers(seed);
  const predicates = [...KINDS.keys()];
  const all: Interval[] = [];
  for (let index = 0; index < intervals; index += 1) {
    const predicate = predicates[next(predicates.length)] ?? "alliance";
    const from = day(next(5000));
    const [source, target] = [next(groups), next(groups)];
    const who = predicate === "leadership" ? `person-${source}` : `group-${source}`;
    if (source === target) continue;
    const faded = next(2) === 0;
    const one = told(
      who,
      predicate,
      `group-${target}`,
      [next(3) ? from : null, day(next(90), from)],
      {
        witnesses: 1 + next(4),
        alleged: next(5) === 0,
        faded,
        last: day(next(400), from),
        drawn: { start: from, end: faded ? day(900, from) : null },
      },
    );
    all.push({ ...one, id: `${one.id}-${index}` });
  }
  return historyOf(all, "2021-06-01");
}

function day(days: number, from = "2005-01-01"): string {
  const start = new Date(`${from}T00:00:00Z`).getTime();
  return new Date(start + (days + 1) * 86_400_000).toISOString().slice(0, 10);
}
