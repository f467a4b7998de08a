/** What a picture of a network draws: nodes and ties, with how each looks. Where they stand is the layout's business. */
import type { Relation, Shapes } from "@/api";
import type { Sign } from "@/signs";

export type Network = Shapes["Network"];
export type Kind = Shapes["Actor"]["kind"] | "place";

export interface Node {
  id: string;
  name: string;
  kind: Kind;
  /** Of its best-witnessed tie. */
  witnesses: number;
  ties: number;
  /** Pixels at the camera's first distance. */
  radius: number;
}

export interface Tie {
  id: string;
  relation: Relation;
  source: string;
  target: string;
  sign: Sign;
  /** Pixels. */
  width: number;
  /** How far from a straight line, in steps: 0 is straight; ties between the same two differ in it. */
  bend: number;
  disputed: boolean;
  /** Disputed, or only alleged. */
  pale: boolean;
  /** It has faded, or did not hold for sure on this day. */
  hollow: boolean;
}

export interface Scene {
  /** The best-tied first. */
  nodes: readonly Node[];
  ties: readonly Tie[];
  /** Actors that are in the network by events alone, and are not drawn. */
  alone: number;
}

export interface Choices {
  /** Draw who controls which place. */
  places: boolean;
  /** Draw actors without any tie, too. */
  alone: boolean;
  /** Draw only this node, those tied to it, and the ties among them. */
  ego?: string;
}

/** The nodes and ties of a network, in an order that depends on nothing but what they are. */
export function sceneOf(
  network: Network,
  signOf: (predicate: string) => Sign,
  choices: Choices,
): Scene {
  const near = choices.ego === undefined ? null : neighbours(network.relations, choices.ego);
  const relations = network.relations.filter((relation) => {
    const other = otherEnd(relation);
    if (other === null || (relation.place !== null && !choices.places)) return false;
    return !near || (near.has(relation.source) && near.has(other));
  });
  const nodes = nodesOf(network, relations, choices);
  const known = new Set(nodes.map(({ id }) => id));
  const drawn = relations.filter((one) => known.has(one.source) && known.has(otherEnd(one) ?? ""));
  const tied = new Set(drawn.flatMap((one) => [one.source, one.target ?? ""]));
  const alone = network.actors.filter(({ id }) => !tied.has(id) && !known.has(id)).length;
  return { nodes, ties: bent(drawn.map((one) => tieOf(one, signOf(one.predicate)))), alone };
}

/** The id at the other end of a relation: an actor's, or a place's. */
export function otherEnd(relation: Pick<Relation, "target" | "place">): string | null {
  return relation.target ?? relation.place;
}

/** A node and all that are tied to it. */
export function neighbours(relations: readonly Relation[], id: string): Set<string> {
  const near = new Set([id]);
  for (const relation of relations) {
    const other = otherEnd(relation);
    if (relation.source === id && other !== null) near.add(other);
    if (other === id) near.add(relation.source);
  }
  return near;
}

function nodesOf(network: Network, relations: readonly Relation[], choices: Choices): Node[] {
  const count = new Map<string, { ties: number; witnesses: number }>();
  for (const relation of relations) {
    for (const id of new Set([relation.source, otherEnd(relation) ?? relation.source])) {
      const { ties, witnesses } = count.get(id) ?? { ties: 0, witnesses: 0 };
      count.set(id, { ties: ties + 1, witnesses: Math.max(witnesses, relation.witnesses) });
    }
  }
  const all: { id: string; name: string; kind: Kind }[] = [
    ...network.actors,
    ...network.places.map((place) => ({ ...place, kind: "place" as const })),
  ];
  const wanted = (one: { id: string; kind: Kind }) =>
    count.has(one.id) ||
    one.id === choices.ego ||
    (choices.alone && choices.ego === undefined && one.kind !== "place");
  return all
    .filter(wanted)
    .map(({ id, name, kind }) => {
      const { ties, witnesses } = count.get(id) ?? { ties: 0, witnesses: 0 };
      return { id, name, kind, ties, witnesses, radius: radiusOf(kind, ties, witnesses) };
    })
    .sort((one, other) => other.ties - one.ties || (one.id < other.id ? -1 : 1));
}

const LEAST_RADIUS = 5;
const MOST_RADIUS = 18;

// By area, as the eye reads it; persons are many and lead one group each, so they stay smaller.
function radiusOf(kind: Kind, ties: number, witnesses: number): number {
  const grown = LEAST_RADIUS + 2.1 * Math.sqrt(Math.max(ties - 1, 0)) + 0.9 * Math.sqrt(witnesses);
  return Math.min(kind === "person" ? grown - 1 : grown, MOST_RADIUS);
}

/** Pixels; by independent witnesses, and never so thick that dashes run together. */
export function widthOf(witnesses: number): number {
  return Math.min(1.25 + 0.75 * (Math.max(witnesses, 1) - 1), 5);
}

function tieOf(relation: Relation, sign: Sign): Tie {
  const disputed = relation.disputed_by.length > 0;
  return {
    id: relation.id,
    relation,
    source: relation.source,
    target: otherEnd(relation) ?? relation.source,
    sign,
    width: widthOf(relation.witnesses),
    bend: 0,
    disputed,
    pale: disputed || relation.alleged,
    hollow: relation.faded || !relation.certain,
  };
}

/** Bends apart the ties between the same two, to both sides of the straight line. */
function bent(ties: Tie[]): Tie[] {
  const between = new Map<string, Tie[]>();
  for (const tie of ties) {
    const pair = [tie.source, tie.target].sort().join("\n");
    between.set(pair, [...(between.get(pair) ?? []), tie]);
  }
  return [...between.values()].flatMap((parallel) =>
    parallel.map((tie, number) => {
      // Counted from the end that sorts first, so that ties in both directions do not meet.
      const turn = tie.source < tie.target ? 1 : -1;
      return { ...tie, bend: turn * (number - (parallel.length - 1) / 2) };
    }),
  );
}
