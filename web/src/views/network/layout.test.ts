import { describe, expect, test } from "vitest";
import { type Link, laidOut, type Positions, placed } from "./layout";
import { generated, signOf } from "./network.fixture";
import { linksOf } from "./usePositions";

const link = (one: string, other: string): Link => ({ one, other, pull: 1 });
const STAR = ["b", "c", "d", "e", "f"].map((id) => link("a", id));
const TWO_PARTS = [...STAR, link("x", "y"), link("y", "z")];

function least(positions: Positions): number {
  const all = [...positions.values()];
  return Math.min(
    ...all.flatMap((one, at) =>
      all.slice(at + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)),
    ),
  );
}

describe("a layout", () => {
  test("is the same whatever the order of the links", () => {
    expect(laidOut([...TWO_PARTS].reverse())).toEqual(laidOut(TWO_PARTS));
  });

  test("gives everybody a place of its own", () => {
    const positions = laidOut(linksOf(generated(80, 160).relations, signOf));
    expect(positions.size).toBe(80);
    expect(least(positions)).toBeGreaterThan(0.4);
  });

  test("keeps apart what is not tied", () => {
    const positions = laidOut(TWO_PARTS);
    const across = (ids: string) => ids.split("").map((id) => positions.get(id)?.x ?? Number.NaN);
    const [star, row] = [across("abcdef"), across("xyz")];
    const aside = Math.max(...star) < Math.min(...row) || Math.max(...row) < Math.min(...star);
    const down = (ids: string) => ids.split("").map((id) => positions.get(id)?.y ?? Number.NaN);
    const below = Math.max(...down("xyz")) < Math.min(...down("abcdef"));
    expect(aside || below).toBe(true);
  });

  test("of nothing is empty", () => {
    expect(laidOut([]).size).toBe(0);
  });
});

describe("those who come later", () => {
  const before = laidOut(STAR);

  test("move nobody", () => {
    const after = placed(before, ["a", "new", "other"], [...STAR, link("new", "c")]);
    for (const [id, at] of before) expect(after.get(id)).toEqual(at);
    expect(after.size).toBe(before.size + 2);
  });

  test("stand by their neighbours, and on nobody's place", () => {
    const after = placed(before, ["new"], [link("new", "c")]);
    const [own, friend] = [after.get("new"), after.get("c")];
    expect(
      Math.hypot((own?.x ?? 99) - (friend?.x ?? 0), (own?.y ?? 99) - (friend?.y ?? 0)),
    ).toBeLessThan(2);
    expect(least(after)).toBeGreaterThan(0.4);
  });

  test("have their place whether they are first seen alone or with others", () => {
    expect(placed(before, ["new"], []).get("new")).toEqual(
      placed(before, ["a", "b", "new"], []).get("new"),
    );
  });

  test("cost nothing where nobody comes", () => {
    expect(placed(before, ["a", "f"], STAR)).toBe(before);
  });
});
