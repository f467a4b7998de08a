import { expect, test } from "vitest";
import type { Shapes } from "@/api";
import { strainsOf } from "./strains";

type Bond = Shapes["Bond"];

function bond(one: string, other: string, sign: Bond["sign"]): Bond {
  const claim_ids = [`claim-${one}${other}`];
  return { one, other, sign, predicates: [], claim_ids, disputed_by: [] };
}

function balance(triads: Shapes["Triad"][], ambivalent: Bond[] = []): Shapes["Balance"] {
  return {
    on: "2014-02-10",
    known_by: "2020-06-06",
    actors: ["a", "b", "c"].map((id) => ({
      id,
      name: id.toUpperCase(),
      kind: "armed-group",
      knowledge_id: null,
    })),
    bonds: [],
    ambivalent,
    census: { friends: 0, torn: 0, allied: 0, hostile: 0 },
    triads,
    frustration: { bonds: [], at_least: 0, exact: true, balance: 1, camps: [] },
    factions: { groups: [], misfits: [] },
  };
}

function triad(signs: [Bond["sign"], Bond["sign"], Bond["sign"]]): Shapes["Triad"] {
  const foes = signs.filter((sign) => sign === -1).length;
  return {
    actors: ["a", "b", "c"],
    balanced: foes % 2 === 0,
    weakly: foes !== 1,
    bonds: [bond("a", "b", signs[0]), bond("a", "c", signs[1]), bond("b", "c", signs[2])],
  };
}

test("two enemies with one friend are named, with the claims of all three ties", () => {
  const [strain] = strainsOf(balance([triad([1, -1, 1])]));
  expect(strain?.title).toBe("A and C are at odds, and both stand with B");
  expect(strain?.claimIds).toEqual(["claim-ab", "claim-ac", "claim-bc"]);
  expect(strain?.actors).toEqual(["a", "b", "c"]);
});

test("three enemies come after two enemies with one friend, and balanced threes not at all", () => {
  const strains = strainsOf(balance([triad([-1, -1, -1]), triad([1, 1, 1]), triad([-1, 1, 1])]));
  expect(strains.map(({ title }) => title)).toEqual([
    "A and B are at odds, and both stand with C",
    "A, B and C are all at odds",
  ]);
});

test("pairs with and against each other at once come first", () => {
  const strains = strainsOf(balance([triad([-1, -1, -1])], [bond("a", "b", 0)]));
  expect(strains[0]?.title).toBe("A and B stand with and against each other");
});
