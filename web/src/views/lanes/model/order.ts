/**
 * The order of lanes from top to bottom: families stay together, the elder before the younger, arrows are short.
 *
 * An arrow crosses the lines of all lanes that lie between its two, so short arrows are few crossings. Siblings are first
 * set by the barycentres of their subtrees (Sugiyama, Tagawa and Toda 1981), then each is moved among them to where that
 * shortens arrows most.
 */
import type { Parents } from "./families";
import { compareText } from "./stretch";

export interface Ordered {
  id: string;
  /** How deep in its family, from 0. */
  depth: number;
}

/** A tie between two lanes; heavier ones count for more. */
export interface Pull {
  source: string;
  target: string;
  weight: number;
}

interface Member {
  id: string;
  name: string;
  /** The first day told of. */
  first: number;
}

// More rounds do not change the order of any history that was tried; a limit makes the end certain.
const ROUNDS = 12;
// Turning the whole upside down may lengthen arrows a little, as children stay below their parents.
const TURNED_AT_MOST = 1.15;

/** Sets lanes in order. What comes in another order comes out the same. */
export function inOrder(
  members: readonly Member[],
  parents: Parents,
  ties: readonly Pull[],
): Ordered[] {
  const pulls = together(ties);
  const children = childrenOf(members, parents);
  let cost = costOf(listed(children), pulls);
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = cost;
    const centred = byBarycentre(children, pulls);
    const centredCost = costOf(listed(centred), pulls);
    if (centredCost < cost) {
      for (const [parent, siblings] of centred) children.set(parent, siblings);
      cost = centredCost;
    }
    cost = moved(children, pulls, cost);
    if (cost >= before) break;
  }
  loosened(children, pulls);
  return listed(children);
}

const ROOT = "";
type Children = Map<string, string[]>;

/** Siblings with larger families first, then by the first day told of, then by name. */
function childrenOf(members: readonly Member[], parents: Parents): Children {
  const present = new Set(members.map(({ id }) => id));
  const sizes = new Map<string, number>();
  for (const { id } of members) {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) {
      sizes.set(at, (sizes.get(at) ?? 0) + 1);
    }
  }
  const size = ({ id }: Member) => sizes.get(id) ?? 0;
  const sorted = [...members].sort(
    (one, other) =>
      size(other) - size(one) ||
      one.first - other.first ||
      compareText(one.name, other.name) ||
      compareText(one.id, other.id),
  );
  const children: Children = new Map();
  for (const { id } of sorted) {
    const parent = parents.get(id);
    const key = parent !== undefined && present.has(parent) ? parent : ROOT;
    children.set(key, [...(children.get(key) ?? []), id]);
  }
  return children;
}

function listed(children: Children): Ordered[] {
  const order: Ordered[] = [];
  const visit = (id: string, depth: number) => {
    order.push({ id, depth });
    for (const child of children.get(id) ?? []) visit(child, depth + 1);
  };
  for (const root of children.get(ROOT) ?? []) visit(root, 0);
  return order;
}

/** Lanes that arrows pass over, by weight. */
function costOf(order: readonly Ordered[], pulls: readonly Pull[]): number {
  const rank = new Map(order.map(({ id }, index) => [id, index]));
  let cost = 0;
  for (const { source, target, weight } of pulls) {
    cost += weight * Math.abs((rank.get(source) ?? 0) - (rank.get(target) ?? 0));
  }
  return cost;
}

/** Every set of siblings by the mean place of what their subtrees are tied to outside of them. */
function byBarycentre(children: Children, pulls: readonly Pull[]): Children {
  const order = listed(children);
  const rank = new Map(order.map(({ id }, index) => [id, index]));
  const sums = new Map<string, { sum: number; weight: number }>();
  const add = (id: string, place: number, weight: number) => {
    const now = sums.get(id) ?? { sum: 0, weight: 0 };
    sums.set(id, { sum: now.sum + place * weight, weight: now.weight + weight });
  };
  const lines = lineageOf(children);
  for (const { source, target, weight } of pulls) {
    const [up, down] = [lines.get(source) ?? [], lines.get(target) ?? []];
    for (const one of up) if (!down.includes(one)) add(one, rank.get(target) ?? 0, weight);
    for (const one of down) if (!up.includes(one)) add(one, rank.get(source) ?? 0, weight);
  }
  const centre = (id: string) => {
    const found = sums.get(id);
    return found ? found.sum / found.weight : (rank.get(id) ?? 0);
  };
  const place = (id: string) => rank.get(id) ?? 0;
  return new Map(
    [...children].map(([parent, siblings]) => [
      parent,
      [...siblings].sort((one, other) => centre(one) - centre(other) || place(one) - place(other)),
    ]),
  );
}

/** Each lane with all above it. */
function lineageOf(children: Children): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  const visit = (id: string, above: string[]) => {
    const line = [...above, id];
    lines.set(id, line);
    for (const child of children.get(id) ?? []) visit(child, line);
  };
  for (const root of children.get(ROOT) ?? []) visit(root, []);
  return lines;
}

/** Moves each among its siblings to where arrows are shortest; gives the new cost. */
function moved(children: Children, pulls: readonly Pull[], cost: number): number {
  let least = cost;
  for (const [parent, siblings] of children) {
    for (const id of [...siblings]) {
      let best = children.get(parent) ?? siblings;
      const others = best.filter((one) => one !== id);
      for (let place = 0; place <= others.length; place += 1) {
        const tried = others.toSpliced(place, 0, id);
        children.set(parent, tried);
        const triedCost = costOf(listed(children), pulls);
        if (triedCost < least) [least, best] = [triedCost, tried];
      }
      children.set(parent, best);
    }
  }
  return least;
}

/** Families that nothing is tied to go last; of the rest, the heavier half comes first. */
function loosened(children: Children, pulls: readonly Pull[]): void {
  const roots = children.get(ROOT) ?? [];
  const lines = lineageOf(children);
  const weights = new Map<string, number>();
  for (const id of pulls.flatMap(({ source, target }) => [source, target])) {
    const root = lines.get(id)?.[0] ?? id;
    weights.set(root, (weights.get(root) ?? 0) + 1);
  }
  const tied = roots.filter((id) => weights.has(id));
  const weightOf = (ids: readonly string[]) =>
    ids.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0);
  const half = Math.floor(tied.length / 2);
  const before = costOf(listed(children), pulls);
  const loose = roots.filter((id) => !weights.has(id));
  const turned = [...tied].reverse();
  children.set(ROOT, [...turned, ...loose]);
  const longer = costOf(listed(children), pulls) > before * TURNED_AT_MOST;
  if (longer || weightOf(tied.slice(0, half)) >= weightOf(turned.slice(0, half))) {
    children.set(ROOT, [...tied, ...loose]);
  }
}

/** One pull a pair of lanes, with the weight of all between them. */
function together(pulls: readonly Pull[]): Pull[] {
  const pairs = new Map<string, Pull>();
  for (const { source, target, weight } of pulls) {
    const [one, other] = source < target ? [source, target] : [target, source];
    const key = `${one} ${other}`;
    const before = pairs.get(key)?.weight ?? 0;
    pairs.set(key, { source: one, target: other, weight: before + weight });
  }
  return [...pairs.values()];
}
