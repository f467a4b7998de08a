import { describe, expect, test } from "vitest";
import type { Disc } from "./curve";
import { litBy } from "./lighting";
import { network, relation, signOf } from "./network.fixture";
import { hitAt, linesOf } from "./painting";
import { sceneOf } from "./scene";

const SCENE = sceneOf(
  network([relation("a alliance b"), relation("a rivalry b"), relation("b affiliate c")]),
  signOf,
  { places: true, alone: false },
);
const DISCS = new Map<string, Disc>([
  ["a", { x: 0, y: 0, radius: 8 }],
  ["b", { x: 200, y: 0, radius: 8 }],
  ["c", { x: 200, y: 150, radius: 8 }],
]);
const LINES = linesOf(SCENE, DISCS);

describe("what is at a point", () => {
  test("is the node before the ties that end at it", () => {
    expect(hitAt({ x: 203, y: 4 }, SCENE, DISCS, LINES)).toEqual({ what: "node", id: "b" });
  });

  test("is the one of two ties between the same two that runs there", () => {
    const hits = [15, -15].map((y) => hitAt({ x: 100, y }, SCENE, DISCS, LINES)?.id);
    expect(new Set(hits)).toEqual(new Set(["relation-a-alliance-b", "relation-a-rivalry-b"]));
  });

  test("is nothing where nothing is drawn", () => {
    expect(hitAt({ x: 60, y: 120 }, SCENE, DISCS, LINES)).toBeNull();
  });
});

describe("what is lit", () => {
  test("with a node are its ties and neighbours", () => {
    const lit = litBy(SCENE, { what: "node", id: "c" });
    expect([...(lit?.nodes ?? [])].sort()).toEqual(["b", "c"]);
    expect([...(lit?.ties ?? [])]).toEqual(["relation-b-affiliate-c"]);
  });

  test("with a group are the ties among it", () => {
    const lit = litBy(SCENE, { what: "group", id: "ab", nodes: ["a", "b"] });
    expect(lit?.ties.size).toBe(2);
  });

  test("is everything where what was chosen is not drawn any more", () => {
    expect(litBy(SCENE, { what: "node", id: "gone" })).toBeNull();
  });
});
