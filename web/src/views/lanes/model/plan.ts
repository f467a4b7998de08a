/** What the picture shows, before anything is measured: lanes in order, what ties them, and who leads them. */
import type { Actor } from "@/api";
import { type Body, nameOf } from "./bodies";
import { type Choice, type Chosen, choose, type Hidden } from "./choice";
import type { Day } from "./days";
import { type Edges, edgesOf } from "./edges";
import type { Kind } from "./kinds";
import { inOrder } from "./order";
import { extentOf, type Stretch, stretchesOf, type Told } from "./stretch";

/** A history, and those that it tells of. */
export interface History extends Told {
  actors: readonly Actor[];
}

export interface Lane {
  id: string;
  body: Body;
  name: string;
  depth: number;
  edges: Edges;
  /** How many lanes its family holds besides it, folded or not. */
  family: number;
  folded: boolean;
}

export interface Tie {
  stretch: Stretch;
  /** Places in the order of lanes; `upper < lower`. */
  upper: number;
  lower: number;
  /** From the upper lane to the lower: that is its source's to its target's. */
  down: boolean;
}

export interface Person {
  stretch: Stretch;
  person: Actor;
  /** A place in the order of lanes. */
  lane: number;
}

export interface Plan {
  lanes: readonly Lane[];
  ties: readonly Tie[];
  people: readonly Person[];
  /** The first and the last day that anything is drawn on. */
  extent: [Day, Day];
  hidden: Hidden & {
    /** Intervals that tie an actor to a place. */
    elsewhere: number;
  };
}

/** Plans the picture of a history. */
export function planOf(history: History, kinds: ReadonlyMap<string, Kind>, choice: Choice): Plan {
  const stretches = stretchesOf(history, kinds);
  const chosen = choose(history.actors, stretches, choice);
  const lanes = lanesOf(chosen, choice);
  const rank = new Map(lanes.map(({ id }, index) => [id, index]));
  return {
    lanes,
    ties: tiesOf(chosen, rank),
    people: chosen.people.map(({ lane, ...rest }) => ({ ...rest, lane: rank.get(lane) ?? 0 })),
    extent: wholeExtent(chosen),
    hidden: { ...chosen.hidden, elsewhere: history.intervals.length - stretches.length },
  };
}

/** How many stretches are drawn: as a tie, a leader or a new name. */
export function drawnIn(plan: Plan): number {
  const names = plan.lanes.reduce((sum, { body }) => sum + body.names.length - 1, 0);
  return plan.ties.length + plan.people.length + names;
}

function lanesOf(chosen: Chosen, choice: Choice): Lane[] {
  const edges = new Map(
    chosen.lanes.map((body) => [body.id, edgesOf(body, chosen.tellings.get(body.id) ?? [])]),
  );
  const members = chosen.lanes.map((body) => ({
    id: body.id,
    name: nameOf(body),
    first: edges.get(body.id)?.start.at ?? 0,
  }));
  const pulls = chosen.ties.map(({ source, target, stretch }) => ({
    source,
    target,
    weight: stretch.interval.relation.witnesses,
  }));
  const families = familySizes(chosen);
  const byId = new Map(chosen.lanes.map((body) => [body.id, body]));
  return inOrder(members, chosen.parents, pulls).flatMap(({ id, depth }) => {
    const [body, ends] = [byId.get(id), edges.get(id)];
    if (!body || !ends) return [];
    const family = families.get(id) ?? 0;
    const folded = choice.folded.has(id) && family > 0;
    return { id, body, name: nameOf(body), depth, edges: ends, family, folded };
  });
}

function familySizes({ parents }: Chosen): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const child of parents.keys()) {
    for (let at = parents.get(child); at !== undefined; at = parents.get(at)) {
      sizes.set(at, (sizes.get(at) ?? 0) + 1);
    }
  }
  return sizes;
}

function tiesOf(chosen: Chosen, rank: ReadonlyMap<string, number>): Tie[] {
  return chosen.ties.map(({ stretch, source, target }) => {
    const [from, to] = [rank.get(source) ?? 0, rank.get(target) ?? 0];
    return { stretch, upper: Math.min(from, to), lower: Math.max(from, to), down: from < to };
  });
}

function wholeExtent({ tellings }: Chosen): [Day, Day] {
  const extents = [...tellings.values()].flat().map(extentOf);
  if (extents.length === 0) return [0, 1];
  const first = extents.reduce((least, [one]) => Math.min(least, one), Number.POSITIVE_INFINITY);
  const last = extents.reduce((most, [, one]) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  return [first, Math.max(last, first + 1)];
}
