import { expect, test } from "vitest";
import { webAddress } from "./address";
import { claimsOf, layerCounts, readsOf, stepped } from "./reads";
import { ARTICLE } from "./testing";

test("marks, date line and furniture stand in one list by place", () => {
  const reads = readsOf(ARTICLE);
  expect(reads.map(({ what }) => what)).toEqual([
    "dateline",
    "place",
    "claim",
    "actor",
    "statement",
    "claim",
    "claim",
    "toll",
    "furniture",
  ]);
});

test("layers are counted in the order of the switches", () => {
  expect(layerCounts(readsOf(ARTICLE))).toEqual([
    ["claim", 3],
    ["statement", 1],
    ["actor", 1],
    ["place", 1],
    ["toll", 1],
    ["dateline", 1],
    ["furniture", 1],
  ]);
});

test("a claim with two pieces of evidence is one claim", () => {
  expect(claimsOf(readsOf(ARTICLE)).map(({ id }) => id)).toEqual(["claim-a1", "claim-b2"]);
});

test.each([
  [null, 1, "claim-a1"],
  ["claim-a1", 1, "claim-b2"],
  ["claim-b2", 1, "claim-b2"],
  ["claim-a1", -1, "claim-a1"],
  ["claim-unknown", 1, "claim-a1"],
])("from %s by %i leads to %s", (chosen, by, wanted) => {
  expect(stepped(claimsOf(readsOf(ARTICLE)), chosen, by)?.id).toBe(wanted);
});

test("an article without claims has none to go to", () => {
  expect(stepped([], null, 1)).toBeUndefined();
});

test.each([
  ["https://example.org/a?b=1", "https://example.org/a?b=1"],
  ["http://example.org", "http://example.org/"],
  ["javascript:alert(1)", null],
  ["java\nscript:alert(1)", null],
  ["data:text/html,x", null],
  ["file:///etc/passwd", null],
  ["//example.org/x", null],
  ["not an address", null],
  [null, null],
])("the address %s is followed as %s", (url, wanted) => {
  expect(webAddress(url)).toBe(wanted);
});
