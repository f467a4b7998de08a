import { describe, expect, test } from "vitest";
import {
  around,
  type Conflict,
  nameIn,
  partiesOf,
  type Side,
  sideWords,
  standingWords,
} from "./conflictWords";

const ACTORS: Conflict["actors"] = [
  { id: "actor-1", name: "River Guard", kind: "armed-group", knowledge_id: null },
];
const SIDE: Side = {
  holds: true,
  predicate: "alliance",
  phase: null,
  actor: null,
  toll: null,
  when: null,
  weight: 0.9,
  reports: 1,
  witnesses: 1,
  voices: [],
};
const words = (side: Partial<Side>) =>
  sideWords({ ...SIDE, ...side }, { actors: ACTORS }, "is allied with");

describe("what a side says", () => {
  test.each<[Partial<Side>, string]>([
    [{ actor: "actor-1" }, "River Guard did it"],
    [{ actor: "actor-1", holds: false }, "River Guard did not do it"],
    [{ phase: "holds" }, "is allied with: so"],
    [{ phase: "holds", holds: false }, "is allied with: not so"],
    [{ phase: "ends", actor: "actor-1" }, "River Guard, is allied with: ended"],
    [{ toll: { kind: "killed", low: 12, high: 12, agreed: true } }, "12 killed"],
    [{ toll: { kind: "wounded", low: 24, high: 99, agreed: false } }, "24 to 99 wounded"],
    [{ toll: { kind: "killed", low: 1200, high: null, agreed: false } }, "at least 1,200 killed"],
    [{ when: { start: "2011-01-01", end: "2012-01-01", grain: "year" } }, "2011"],
  ])("%o", (side, wanted) => expect(words(side)).toBe(wanted));
});

test("an actor that the conflict does not name keeps its id", () => {
  expect(nameIn({ actors: ACTORS }, "actor-9")).toBe("actor-9");
  expect(nameIn({ actors: ACTORS }, null)).toBe("");
});

test("who took another name is called by both", () => {
  const told = { actors: ACTORS, source: "actor-1", target: "actor-1" };
  expect(partiesOf({ ...told, names: ["River Army", "River Guard"] })).toEqual([
    "River Army",
    "River Guard",
  ]);
  expect(partiesOf({ ...told, target: null, names: null })).toEqual(["River Guard", ""]);
});

test("both sides of a tie are alike; doer and sufferer of a deed are not", () => {
  expect(standingWords("source", "tie")).toBe(standingWords("target", "tie"));
  expect(standingWords("source", "who")).not.toBe(standingWords("target", "who"));
  expect(standingWords("report", "tie")).toBe("the report itself");
});

test.each([
  [
    { start: "2014-03-01", end: "2014-03-02" },
    { from: "2013-03-01", to: "2015-03-02" },
  ],
  [
    { start: "2016-02-29", end: null },
    { from: "2015-02-28", to: undefined },
  ],
])("lanes are shown a year around %o", (when, wanted) => {
  expect(around({ ...when, grain: "day" })).toEqual(wanted);
});
