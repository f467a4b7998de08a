/** Networks for tests, in the API's shape. */
import type { Relation } from "@/api";
import type { Predicate, Sign } from "@/signs";
import { signsOf } from "@/signs";
import type { Network } from "./scene";

/** As much of a codebook as signs are made of. */
export const PREDICATES: readonly Predicate[] = [
  predicate("alliance", "is allied with", { sign: 1, directed: false }),
  predicate("rivalry", "is at odds with", { sign: -1, directed: false }),
  predicate("affiliate", "is affiliated to", { sign: 1, directed: true, sections: ["above"] }),
  predicate("control", "controls", { sign: 0, directed: true }),
];

function predicate(name: string, label: string, more: Partial<Predicate>): Predicate {
  const plain = { kind: "relation" as const, sign: 0, directed: false, nature: "state" };
  return { ...plain, sections: [], predicate: name, label, ...more };
}

const SIGNS = signsOf(PREDICATES);

export function signOf(name: string): Sign {
  const sign = SIGNS.get(`relation:${name}`);
  if (!sign) throw new Error(`no predicate ${name} among those for tests`);
  return sign;
}

/** A relation "source predicate target"; a target that begins with "place:" is a place. */
export function relation(words: string, more: Partial<Relation> = {}): Relation {
  const [source = "", name = "", target = ""] = words.split(" ");
  const isPlace = target.startsWith("place:");
  return {
    id: `relation-${words.replaceAll(" ", "-")}`,
    predicate: name,
    source,
    target: isPlace ? null : target,
    place: isPlace ? target : null,
    since: { start: "2013-04-09", end: "2013-04-10", grain: "day" },
    until: null,
    faded: false,
    certain: true,
    alleged: false,
    attributed: false,
    derived: false,
    reports: 1,
    witnesses: 1,
    confidence: 0.8,
    claim_ids: [`claim-${words}`],
    disputed_by: [],
    results: [],
    names: null,
    ...more,
  };
}

/** A network of these relations, and of actors that have none. */
export function network(relations: Relation[], alone: string[] = []): Network {
  const ends = relations.flatMap(({ source, target }) => [source, target ?? source]);
  const places = relations.flatMap(({ place }) => place ?? []);
  return {
    on: "2014-02-10",
    known_by: "2020-06-06",
    actors: [...new Set([...ends, ...alone])].map((id) => ({
      id,
      name: id.toUpperCase(),
      kind: "armed-group",
      knowledge_id: null,
    })),
    places: [...new Set(places)].map((id) => ({
      id,
      name: id.replace("place:", ""),
      country: null,
      latitude: null,
      longitude: null,
    })),
    relations,
    events: [],
    left_out: {
      nameless: 0,
      unsettled: 0,
      alleged: 0,
      denied: 0,
      over: 0,
      weak: 0,
      unreviewed: 0,
    },
  };
}

/** Many actors, each tied to some of those before it, in a way that is the same every time. */
export function generated(actors: number, relations: number): Network {
  const kinds = ["alliance", "rivalry", "affiliate"];
  const seen = new Set<string>();
  const ties: Relation[] = [];
  for (let step = 0; ties.length < relations; step += 1) {
    const one = (step * 7919) % actors;
    const other = Math.floor((((step * 104729) % 9973) / 9973) ** 2 * actors);
    const words = `a${one} ${kinds[step % 3]} a${other}`;
    if (one === other || seen.has(words)) continue;
    seen.add(words);
    ties.push(relation(words, { witnesses: 1 + (step % 4), faded: step % 9 === 0 }));
  }
  return network(ties, []);
}
