/** Where nodes stand: laid out once over all that were ever tied, the same every time; then nothing moves any more. */
import Graph from "graphology";
import type { Point } from "./curve";
import { type Box, packed } from "./packing";
import { GOLDEN, stressed } from "./stress";

/** Two nodes that belong near each other. */
export interface Link {
  one: string;
  other: string;
  /** Above 0; the larger, the nearer. */
  pull: number;
}

/** By a node's id, in steps: neighbours stand about one apart. y runs up. */
export type Positions = ReadonlyMap<string, Point>;

// More than are ever shown at once; whoever is left out finds a place when it comes.
const MOST_NODES = 600;

/** Places for the best-tied nodes of all links; each part that hangs together by itself, side by side. */
export function laidOut(links: readonly Link[]): Positions {
  const graph = graphOf(links);
  const boxes = parts(graph).map((ids) => boxOf(partLaidOut(graph, ids)));
  return new Map(packed(boxes).flatMap((places) => [...places]));
}

const CLEARANCE = 0.62;

/**
 * The places with those added that have none yet: each by its neighbours, or below all others where it has none.
 * Nothing that has a place moves.
 */
export function placed(
  known: Positions,
  ids: readonly string[],
  links: readonly Link[],
): Positions {
  const lacking = ids.filter((id) => !known.has(id));
  if (lacking.length === 0) return known;
  const places = new Map(known);
  const near = nearOf(links);
  const taken = [...known.values()];
  const bottom = bottomOf(taken);
  for (const id of byTies(lacking, near, known)) {
    const friends = [...(near.get(id) ?? [])].flatMap((other) => places.get(other) ?? []);
    const spot = freeSpot(friends.length > 0 ? middleOf(friends) : bottom, taken, id);
    places.set(id, spot);
    taken.push(spot);
  }
  return places;
}

function graphOf(links: readonly Link[]): Graph {
  const weight = new Map<string, number>();
  for (const { one, other, pull } of links) {
    for (const id of [one, other]) weight.set(id, (weight.get(id) ?? 0) + pull);
  }
  const kept = [...weight]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MOST_NODES)
    .map(([id]) => id);
  const graph = new Graph({ type: "undirected" });
  for (const id of kept.sort()) graph.addNode(id);
  const inOrder = [...links].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const { one, other, pull } of inOrder) {
    if (one === other || !graph.hasNode(one) || !graph.hasNode(other)) continue;
    graph.updateEdge(one, other, (now) => ({ weight: Math.min((now.weight ?? 0) + pull, 4) }));
  }
  return graph;
}

/** The ids of each connected part, the largest first. */
function parts(graph: Graph): string[][] {
  const seen = new Set<string>();
  const found: string[][] = [];
  for (const start of graph.nodes()) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (const id of part) {
      const next = graph.neighbors(id).filter((other) => !seen.has(other));
      for (const other of next) seen.add(other);
      part.push(...next);
    }
    found.push(part.sort());
  }
  return found.sort((one, other) => other.length - one.length);
}

function partLaidOut(graph: Graph, ids: readonly string[]): Map<string, Point> {
  const points = cleared(level(stressed(lengthsOf(graph, ids))));
  return new Map(ids.map((id, number) => [id, points[number] ?? { x: 0, y: 0 }] as const));
}

// Whoever is only pulled weakly, as rivals are, stands further off.
const FURTHER = 1.6;

/** How far apart each two shall stand: as many steps as links lead from one to the other. */
function lengthsOf(graph: Graph, ids: readonly string[]): number[][] {
  const at = new Map(ids.map((id, number) => [id, number]));
  // By number, and looked up once: the ways from each to each are millions of steps.
  const near = ids.map((id) => graph.neighbors(id).map((next) => at.get(next) ?? 0));
  return ids.map((id, start) => {
    const steps = new Array<number>(ids.length).fill(0);
    const way = [start];
    const seen = new Uint8Array(ids.length);
    seen[start] = 1;
    for (const here of way) {
      for (const next of near[here] ?? []) {
        if (seen[next]) continue;
        seen[next] = 1;
        way.push(next);
        const weak = here === start && graph.getEdgeAttribute(id, ids[next] ?? id, "weight") < 1;
        steps[next] = weak ? FURTHER : Math.ceil(steps[here] ?? 0) + 1;
      }
    }
    return steps;
  });
}

/** Turned so that they lie wider than high, as pages are. */
function level(points: readonly Point[]): Point[] {
  const centre = middleOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - centre.x) ** 2;
    xy += (x - centre.x) * (y - centre.y);
    yy += (y - centre.y) ** 2;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(({ x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    return { x: dx * cos - dy * sin, y: dx * sin + dy * cos };
  });
}

const MOST_PUSHES = 60;

/** Each two that stand too near for their names to be read pushed apart, again and again until none do. */
function cleared(points: readonly Point[]): Point[] {
  const moved = points.map((point) => ({ ...point }));
  for (let push = 0; push < MOST_PUSHES; push += 1) {
    // Sorted from left to right, only those next in the row can be too near.
    const row = [...moved].sort((one, other) => one.x - other.x);
    const crowded = row.filter((one, at) => pushedOff(one, row, at));
    if (crowded.length === 0) break;
  }
  return moved;
}

/** Pushes a point and those to its right that are too near apart; says whether there were any. */
function pushedOff(one: Point, row: readonly Point[], at: number): boolean {
  let pushed = false;
  for (let next = at + 1; next < row.length; next += 1) {
    const other = row[next] ?? one;
    // What was pushed to the left a moment ago may stand further back than its place in the row says.
    if (other.x - one.x > 2 * CLEARANCE) break;
    const lack = CLEARANCE - apart(one, other);
    if (lack <= 1e-3) continue;
    pushed = true;
    const angle = Math.atan2(other.y - one.y, other.x - one.x);
    const [dx, dy] = [(Math.cos(angle) * lack) / 2, (Math.sin(angle) * lack) / 2];
    one.x -= dx;
    one.y -= dy;
    other.x += dx;
    other.y += dy;
  }
  return pushed;
}

function boxOf(places: Map<string, Point>): Box {
  const points = [...places.values()];
  const left = Math.min(...points.map(({ x }) => x));
  const low = Math.min(...points.map(({ y }) => y));
  return {
    places: new Map([...places].map(([id, { x, y }]) => [id, { x: x - left, y: y - low }])),
    width: Math.max(...points.map(({ x }) => x)) - left,
    height: Math.max(...points.map(({ y }) => y)) - low,
  };
}

function nearOf(links: readonly Link[]): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>();
  for (const { one, other } of links) {
    for (const [id, next] of [
      [one, other],
      [other, one],
    ] as const) {
      near.set(id, (near.get(id) ?? new Set()).add(next));
    }
  }
  return near;
}

/** Those with the most placed neighbours first, as they have the least choice. */
function byTies(
  ids: readonly string[],
  near: Map<string, Set<string>>,
  known: Positions,
): string[] {
  const held = (id: string) => [...(near.get(id) ?? [])].filter((one) => known.has(one)).length;
  const count = new Map(ids.map((id) => [id, held(id)]));
  return [...ids].sort(
    (one, other) => (count.get(other) ?? 0) - (count.get(one) ?? 0) || (one < other ? -1 : 1),
  );
}

/** The nearest spot to a point that keeps clear of all that are taken; which way it is looked for depends on the id. */
function freeSpot({ x, y }: Point, taken: readonly Point[], id: string): Point {
  const start = hash(id);
  for (let step = 1; ; step += 1) {
    const [reach, angle] = [0.45 * Math.sqrt(step), start + step * GOLDEN];
    const spot = { x: x + reach * Math.cos(angle), y: y + reach * Math.sin(angle) };
    if (taken.every((one) => apart(one, spot) >= CLEARANCE)) return spot;
  }
}

function bottomOf(points: readonly Point[]): Point {
  if (points.length === 0) return { x: 0, y: 0 };
  return { x: middleOf(points).x, y: Math.min(...points.map(({ y }) => y)) - 1 };
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((one, other) => ({ x: one.x + other.x, y: one.y + other.y }));
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

function keyOf({ one, other }: Link): string {
  return `${one}\n${other}`;
}

function hash(text: string): number {
  let sum = 0;
  for (const letter of text) sum = (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0;
  return sum;
}
