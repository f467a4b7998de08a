import { describe, expect, test } from "vitest";
import type { Choice } from "./choice";
import { historyOf, KINDS, manyTold, numbers, told } from "./made";
import { drawnIn, type History, planOf } from "./plan";

const CHOICE: Choice = {
  kinds: new Set(KINDS.keys()),
  persons: false,
  only: [],
  neighbours: false,
  folded: new Set(),
  most: 60,
  mostTies: 400,
};
const plan = (history: History, patch: Partial<Choice> = {}) =>
  planOf(history, KINDS, { ...CHOICE, ...patch });
const ids = (history: History, patch: Partial<Choice> = {}) =>
  plan(history, patch).lanes.map(({ id }) => id);

describe("lanes", () => {
  test("a renamed body is one lane with its names in order", () => {
    const history = historyOf([
      told("b", "succession", "a", ["2007-01-01", "2007-02-01"]),
      told("c", "succession", "b", ["2010-01-01", "2010-01-02"]),
      told("x", "alliance", "a", ["2005-01-01", "2005-01-02"]),
    ]);
    const { lanes, ties } = plan(history);
    const lane = lanes.find(({ id }) => id === "c");
    expect(lane?.body.names.map(({ actor }) => actor.id)).toEqual(["a", "b", "c"]);
    expect(lanes).toHaveLength(2);
    expect(ties).toHaveLength(1);
  });

  test("an alleged or disputed renaming keeps two lanes and an arrow", () => {
    for (const doubt of [{ alleged: true }, { disputed_by: ["claim-1"] }]) {
      const one = told("b", "succession", "a", ["2007-01-01", "2007-02-01"], doubt);
      const { lanes, ties } = plan(historyOf([one]));
      expect(lanes).toHaveLength(2);
      expect(ties).toHaveLength(1);
    }
  });

  test("renamings in a circle end", () => {
    const history = historyOf([
      told("b", "succession", "a", ["2007-01-01", "2007-02-01"]),
      told("a", "succession", "b", ["2009-01-01", "2009-02-01"]),
    ]);
    expect(plan(history).lanes).toHaveLength(1);
  });

  test("a splinter began on the day it broke away; who is only told of has no birth", () => {
    const split = told("new", "split", "old", ["2012-01-01", "2013-01-01"]);
    const { lanes } = plan(historyOf([split]));
    const born = (id: string) => lanes.find((lane) => lane.id === id)?.edges.start.born;
    expect(born("new")?.by.interval).toBe(split);
    expect(born("old")).toBeNull();
  });

  test("a body told of long before the split was not born of it", () => {
    const history = historyOf([
      told("new", "split", "old", ["2012-01-01", "2012-02-01"]),
      told("new", "alliance", "x", ["2004-01-01", "2004-01-02"]),
    ]);
    const lane = plan(history).lanes.find(({ id }) => id === "new");
    expect(lane?.edges.start.born).toBeNull();
  });

  test("persons lead under the line, and have lanes where asked for", () => {
    const history = historyOf([
      told("person-p", "leadership", "a", ["2012-01-01", "2012-01-02"]),
      told("person-p", "split", "b", ["2013-01-01", "2013-01-02"]),
    ]);
    expect(plan(history).people).toHaveLength(1);
    expect(ids(history)).not.toContain("person-p");
    expect(plan(history).hidden).toMatchObject({ persons: 1, partyless: 1 });
    expect(ids(history, { persons: true })).toContain("person-p");
    expect(plan(history, { persons: true }).ties).toHaveLength(1);
  });

  test("a chosen actor stands alone, or with those tied to it", () => {
    const history = historyOf([
      told("a", "alliance", "b", ["2012-01-01", "2012-01-02"]),
      told("b", "alliance", "c", ["2012-01-01", "2012-01-02"]),
    ]);
    expect(ids(history, { only: ["a"] })).toEqual(["a"]);
    expect(ids(history, { only: ["a"], neighbours: true }).sort()).toEqual(["a", "b"]);
  });

  test("the best witnessed are kept, and the rest is counted", () => {
    const history = historyOf([
      told("a", "alliance", "b", ["2012-01-01", "2012-01-02"], { witnesses: 5 }),
      told("c", "alliance", "d", ["2012-01-01", "2012-01-02"]),
    ]);
    expect(ids(history, { most: 2 }).sort()).toEqual(["a", "b"]);
    expect(plan(history, { most: 2 }).hidden).toMatchObject({ lanes: 2, partyless: 1 });
  });
});

describe("ties", () => {
  test("the best witnessed are kept, and the rest is counted", () => {
    const history = historyOf([
      told("a", "alliance", "b", ["2012-01-01", "2012-01-02"]),
      told("b", "alliance", "c", ["2012-01-01", "2012-01-02"], { witnesses: 3 }),
    ]);
    const { ties, hidden } = plan(history, { mostTies: 1 });
    expect(ties.map(({ stretch }) => [stretch.source, stretch.target])).toEqual([["b", "c"]]);
    expect(hidden.weaker).toBe(1);
  });
});

describe("families", () => {
  const history = historyOf([
    told("child", "affiliate", "top", ["2012-01-01", "2012-01-02"]),
    told("grandchild", "split", "child", ["2013-01-01", "2013-01-02"]),
    told("other", "alliance", "grandchild", ["2013-01-01", "2013-01-02"]),
  ]);

  test("stand together, the elder above", () => {
    const { lanes } = plan(history);
    const family = lanes.filter(({ id }) => id !== "other");
    expect(family.map(({ id, depth }) => [id, depth])).toEqual([
      ["top", 0],
      ["child", 1],
      ["grandchild", 2],
    ]);
    expect(family[0]?.family).toBe(2);
  });

  test("fold into one lane, which takes over the ties to others", () => {
    const { lanes, ties, hidden } = plan(history, { folded: new Set(["top"]) });
    expect(lanes.map(({ id }) => id).sort()).toEqual(["other", "top"]);
    expect(lanes.find(({ id }) => id === "top")).toMatchObject({ folded: true, family: 2 });
    expect(ties).toHaveLength(1);
    expect(hidden.within).toBe(2);
  });

  test("two that are told to stand under each other make no circle", () => {
    const circle = historyOf([
      told("a", "affiliate", "b", ["2012-01-01", "2012-01-02"], { witnesses: 3 }),
      told("b", "affiliate", "a", ["2013-01-01", "2013-01-02"]),
    ]);
    expect(plan(circle).lanes.map(({ id }) => id)).toEqual(["b", "a"]);
  });
});

describe("whatever is told", () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const patches: Partial<Choice>[] = [
    {},
    { persons: true },
    { most: 7 },
    { mostTies: 5 },
    { folded: new Set(["group-1", "group-2", "group-3"]) },
    { kinds: new Set(["alliance"]) },
    { only: ["group-1", "person-2"], neighbours: true },
  ];

  test.each(seeds)("every interval is drawn, or counted as hidden (%i)", (seed) => {
    const history = manyTold(seed, 25, 160);
    for (const patch of patches) {
      const { hidden, ...rest } = plan(history, patch);
      const counted =
        hidden.kinds + hidden.partyless + hidden.within + hidden.weaker + hidden.elsewhere;
      expect(drawnIn({ hidden, ...rest }) + counted).toBe(history.intervals.length);
    }
  });

  test.each(seeds)("the order of what comes in does not matter (%i)", (seed) => {
    const history = manyTold(seed, 25, 160);
    const shuffled = {
      ...history,
      intervals: shuffle(history.intervals, seed),
      actors: shuffle(history.actors, seed + 1),
    };
    for (const patch of patches) expect(plan(shuffled, patch)).toEqual(plan(history, patch));
  });
});

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const next = numbers(seed);
  const keyed = items.map((item) => ({ item, key: next(1e9) }));
  return keyed.sort((one, other) => one.key - other.key).map(({ item }) => item);
}
