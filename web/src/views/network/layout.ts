/** Where nodes stand: laid out once over all that were ever tied, the same every time; then nothing moves any more. */
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import noverlap from "graphology-layout-noverlap";
import type { Point } from "./curve";
import { type Box, packed } from "./packing";

/** Two nodes that belong near each other. */
export interface Link {
  one: string;
  other: string;
  /** Above 0; the larger, the nearer. */
  pull: number;
}

/** By a node's id, in steps: none stands nearer to another than `CLEARANCE` of one. y runs up. */
export type Positions = ReadonlyMap<string, Point>;

// More than are ever shown at once; whoever is left out finds a place when it comes.
const MOST_NODES = 600;
// Twists of the golden angle never fall into rows.
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

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

function partLaidOut(whole: Graph, ids: readonly string[]): Map<string, Point> {
  const graph = new Graph({ type: "undirected" });
  ids.forEach((id, number) => {
    const [reach, angle] = [Math.sqrt(number + 0.5), number * GOLDEN];
    graph.addNode(id, { x: reach * Math.cos(angle), y: reach * Math.sin(angle), size: 1 });
  });
  for (const id of ids) {
    whole.forEachEdge(id, (_, { weight }, one, other) => graph.mergeEdge(one, other, { weight }));
  }
  if (ids.length > 2) {
    forceAtlas2.assign(graph, { iterations: rounds(ids.length), settings: FORCES });
    level(graph);
    spaced(graph);
  } else if (ids.length === 2) graph.forEachNode((id, _) => graph.setNodeAttribute(id, "y", 0));
  return new Map(graph.mapNodes((id, { x, y }) => [id, { x, y }]));
}

// This share of the nodes may stand nearer to another than is clear before it is moved.
const CROWDED = 0.25;
const FORCES = { gravity: 0.25, scalingRatio: 3, slowDown: 2, edgeWeightInfluence: 0.7 };

// So many that nothing moves any more; large networks are stopped earlier, at some half a second.
function rounds(nodes: number): number {
  return Math.round(Math.min(700, 60_000_000 / (nodes * nodes + 1)));
}

/** Turns it so that it is wider than high, as pages are. */
function level(graph: Graph) {
  const points = graph.mapNodes((_, { x, y }): Point => ({ x, y }));
  const centre = middleOf(points);
  let [xx, xy, yy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - centre.x) ** 2;
    xy += (x - centre.x) * (y - centre.y);
    yy += (y - centre.y) ** 2;
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  graph.forEachNode((id, { x, y }) => {
    const [dx, dy] = [x - centre.x, y - centre.y];
    graph.mergeNodeAttributes(id, {
      x: dx * Math.cos(angle) - dy * Math.sin(angle),
      y: dx * Math.sin(angle) + dy * Math.cos(angle),
    });
  });
}

/** Scales it until most stand clear of each other, and moves apart the rest: names have to be read between them. */
function spaced(graph: Graph) {
  const points = graph.mapNodes((_, { x, y }): Point => ({ x, y }));
  const nearest = points
    .map((one) =>
      Math.min(...points.map((other) => (one === other ? Infinity : apart(one, other)))),
    )
    .sort((one, other) => one - other);
  const scale = CLEARANCE / (nearest[Math.floor(nearest.length * CROWDED)] || 1);
  graph.forEachNode((id, { x, y }) => {
    graph.mergeNodeAttributes(id, { x: x * scale, y: y * scale, size: CLEARANCE / 2 });
  });
  noverlap.assign(graph, { maxIterations: 150, settings: { margin: 0.04, ratio: 1, speed: 2 } });
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
