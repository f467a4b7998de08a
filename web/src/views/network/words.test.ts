import { expect, test } from "vitest";
import { network, relation } from "./network.fixture";
import { namesIn, standingOf } from "./words";

test("how a relation stands is said with all that a reader has to know", () => {
  expect(standingOf(relation("a alliance b"))).toBe("1 report, 1 independent");
  const doubtful = { reports: 4, witnesses: 2, disputed_by: ["claim-1"], faded: true };
  expect(standingOf(relation("a alliance b", doubtful))).toBe(
    "4 reports, 2 independent; disputed, faded",
  );
});

test("actors and places go by their names, strangers by their ids", () => {
  const nameOf = namesIn(network([relation("a control place:raqqa")]));
  expect([nameOf("a"), nameOf("place:raqqa"), nameOf("z"), nameOf(null)]).toEqual([
    "A",
    "raqqa",
    "z",
    "",
  ]);
});
