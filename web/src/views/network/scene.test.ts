import { describe, expect, test } from "vitest";
import { network, relation, signOf } from "./network.fixture";
import { type Choices, sceneOf } from "./scene";

const ALL: Choices = { places: true, alone: false };
const draw = (relations: Parameters<typeof network>[0], choices = ALL, alone: string[] = []) =>
  sceneOf(network(relations, alone), signOf, choices);

describe("a scene", () => {
  test("holds actors with ties, the best-tied first, and counts those without", () => {
    const scene = draw([relation("a alliance b"), relation("b rivalry c")], ALL, ["d"]);
    expect(scene.nodes.map(({ id }) => id)).toEqual(["b", "a", "c"]);
    expect(scene.alone).toBe(1);
  });

  test("holds actors without ties where they are asked for", () => {
    const scene = draw([relation("a alliance b")], { places: true, alone: true }, ["d"]);
    expect(scene.nodes.map(({ id }) => id)).toEqual(["a", "b", "d"]);
    expect(scene.alone).toBe(0);
  });

  test("holds places, unless they are switched off", () => {
    const held = [relation("a alliance b"), relation("a control place:raqqa")];
    expect(draw(held).nodes.find(({ kind }) => kind === "place")?.name).toBe("raqqa");
    const without = draw(held, { places: false, alone: false });
    expect(without.nodes.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(without.ties).toHaveLength(1);
  });

  test("of one actor holds those tied to it and the ties among them, and nothing further", () => {
    const scene = draw(
      [
        relation("a alliance b"),
        relation("a rivalry c"),
        relation("b rivalry c"),
        relation("c alliance d"),
      ],
      { ...ALL, ego: "a" },
    );
    expect(scene.nodes.map(({ id }) => id).sort()).toEqual(["a", "b", "c"]);
    expect(scene.ties).toHaveLength(3);
  });

  test("of one actor without ties on this day holds it alone", () => {
    const scene = draw([relation("a alliance b")], { ...ALL, ego: "d" }, ["d"]);
    expect(scene.nodes.map(({ id }) => id)).toEqual(["d"]);
  });

  test("bends ties between the same two apart, in both directions", () => {
    const scene = draw([
      relation("a affiliate b"),
      relation("b affiliate a"),
      relation("a rivalry b"),
      relation("c alliance a"),
    ]);
    // Seen from one and the same end, no two have the same bend.
    const seen = scene.ties
      .filter(({ source, target }) => [source, target].sort().join() === "a,b")
      .map(({ source, bend }) => (source === "a" ? bend : -bend));
    expect(new Set(seen)).toEqual(new Set([-1, 0, 1]));
    expect(scene.ties.find(({ source }) => source === "c")?.bend).toBeCloseTo(0);
  });

  test.each([
    [{ disputed_by: ["claim-1"] }, { disputed: true, pale: true, hollow: false }],
    [{ alleged: true }, { disputed: false, pale: true, hollow: false }],
    [{ faded: true }, { disputed: false, pale: false, hollow: true }],
    [{ certain: false }, { disputed: false, pale: false, hollow: true }],
    [{}, { disputed: false, pale: false, hollow: false }],
  ])("shows how sure a relation with %j is", (told, drawn) => {
    expect(draw([relation("a alliance b", told)]).ties[0]).toMatchObject(drawn);
  });

  test("draws what more independent reports tell thicker", () => {
    const [one, many] = [1, 3].map(
      (witnesses) => draw([relation("a alliance b", { witnesses })]).ties[0]?.width ?? 0,
    );
    expect(many).toBeGreaterThan(one ?? 0);
  });
});
