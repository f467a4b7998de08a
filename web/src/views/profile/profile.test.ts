import { describe, expect, test } from "vitest";
import type { Interval, Report } from "@/api";
import { citation } from "./citation";
import { type Line, partsOf } from "./sections";
import { footnotesOf, reportsOf, sourcesOf } from "./sources";
import { barOf, eraOf, placeOf, stripOf, ticksOf } from "./strip";

const report = (name: string): Report => ({
  article_id: `article-${name}`,
  title: name,
  publisher: "Wire",
  published: null,
  url: null,
  label: name,
});
const day = (iso: string, end: string) => ({ start: iso, end, grain: "day" as const });

const LINE: Line = {
  section: "allies",
  predicate: "alliance",
  what: "ally of",
  other: "Reed Front",
  other_id: "actor-reed",
  since: { start: "2013-04-08", end: "2013-06-11", grain: "month" },
  until: null,
  disputed: false,
  alleged: false,
  reports: 2,
  witnesses: 2,
  claim_id: "claim-1",
  claim_ids: ["claim-1", "claim-2"],
  report: report("a"),
  results: [],
};
const INTERVAL: Interval = {
  id: "interval-1",
  number: 1,
  happening: false,
  last: "2014-01-01",
  drawn: { start: "2013-04-08", end: "2016-01-01" },
  sure: { start: "2013-06-11", end: "2016-01-01" },
  relation: {
    id: "relation-1",
    predicate: "alliance",
    source: "actor-1",
    target: "actor-reed",
    place: null,
    since: { start: "2013-04-08", end: "2013-06-11", grain: "month" },
    until: null,
    faded: true,
    certain: true,
    alleged: false,
    attributed: false,
    derived: false,
    reports: 2,
    witnesses: 2,
    confidence: 0.9,
    claim_ids: ["claim-1", "claim-2"],
    disputed_by: [],
    results: [],
    names: null,
  },
};

const section = (name: Line["section"], total: number, number = total) => ({
  section: name,
  total,
  lines: Array.from({ length: number }, (_, at) => ({
    line: { ...LINE, section: name, claim_ids: [`claim-${at}`] },
    interval: null,
  })),
});

test("a long section says how many more lines it has, until it is there whole", () => {
  const profile = { sections: [section("leaders", 1), section("allies", 50, 10)] };
  const [leaders, allies] = partsOf(profile);
  expect([leaders?.heading, leaders?.more]).toEqual(["Leaders", 0]);
  expect([allies?.heading, allies?.lines.length, allies?.more]).toEqual(["Allies", 10, 40]);
  const [, whole] = partsOf(profile, [{ sections: [section("allies", 50)] }]);
  expect([whole?.lines.length, whole?.more]).toEqual([50, 0]);
});

test("claims stand where any of the answers says", () => {
  const sources = (claim: string, of: string) => [{ report: report(of), claim_ids: [claim] }];
  const reportOf = reportsOf([
    { sources: sources("claim-1", "a") },
    { sources: sources("claim-2", "b") },
  ]);
  expect(["claim-1", "claim-2", "claim-3"].map((one) => reportOf(one)?.title)).toEqual([
    "a",
    "b",
    undefined,
  ]);
});

describe("footnotes", () => {
  const lines = [
    LINE,
    { ...LINE, claim_id: "claim-3", claim_ids: ["claim-3", "claim-1"], report: report("b") },
  ];
  const told: Record<string, Report> = {
    "claim-1": report("a"),
    "claim-2": report("c"),
    "claim-3": report("b"),
  };
  const nobody = () => undefined;
  const reportOf = (claim: string) => told[claim];
  const numbers = (line: Line, of: typeof reportOf | typeof nobody) =>
    footnotesOf(line, sourcesOf(lines, of), of).map(({ source, claimIds }) => [
      source.number,
      claimIds,
    ]);

  test("before the other reports are known each line cites its first", () => {
    expect(lines.map((line) => numbers(line, nobody))).toEqual([
      [[1, ["claim-1"]]],
      [[2, ["claim-3"]]],
    ]);
  });

  test("no number changes when they become known", () => {
    expect(lines.map((line) => numbers(line, reportOf))).toEqual([
      [
        [1, ["claim-1"]],
        [3, ["claim-2"]],
      ],
      [
        [1, ["claim-1"]],
        [2, ["claim-3"]],
      ],
    ]);
  });

  test("a report is one source, however many lines rest on it", () => {
    const sources = sourcesOf(lines, reportOf);
    expect(sources.map(({ report: one }) => one.title)).toEqual(["a", "b", "c"]);
    expect(sources[0]?.claimIds).toEqual(["claim-1"]);
  });
});

describe("time strips", () => {
  test("what no report tells of is quiet, not sure", () => {
    expect(stripOf(LINE, INTERVAL)).toEqual({
      happening: false,
      drawn: { start: "2013-04-08", end: "2014-01-02" },
      sure: { start: "2013-06-11", end: "2014-01-02" },
      quiet: { start: "2014-01-02", end: "2016-01-01" },
      earlier: false,
    });
  });

  test("what reports say has ended is drawn to its end, without quiet days", () => {
    const until = day("2015-01-01", "2016-01-01");
    const ended = { ...INTERVAL, relation: { ...INTERVAL.relation, until, faded: false } };
    const strip = stripOf(LINE, ended);
    expect(strip.drawn?.end).toBe("2016-01-01");
    expect(strip.quiet).toBeNull();
  });

  test("what is only said to have been once is a moment: its end", () => {
    const until = { start: null, end: "2014-02-05", grain: "until" as const };
    const once = {
      ...INTERVAL,
      drawn: null,
      sure: null,
      relation: { ...INTERVAL.relation, until },
    };
    const strip = stripOf(LINE, once);
    expect(strip).toMatchObject({ happening: true, drawn: until, sure: null });
  });

  test("without a history the line's own days are drawn", () => {
    const strip = stripOf(LINE, null);
    expect(strip.drawn).toEqual({ start: "2013-04-08", end: null });
    expect(strip.sure).toEqual({ start: "2013-06-11", end: null });
  });

  test("the era reaches from the first day told of to the last day of knowledge", () => {
    expect(eraOf([stripOf(LINE, INTERVAL)], "2015-06-01")).toEqual(["2013-04-08", "2015-06-01"]);
    expect(eraOf([], "2015-06-01")).toBeNull();
    expect(eraOf([stripOf({ ...LINE, since: null }, null)], null)).toBeNull();
  });

  test("days are drawn in proportion, and never thinner than can be seen", () => {
    const era = ["2013-01-01", "2013-12-31"] as const;
    expect(barOf({ start: "2013-01-01", end: "2014-01-01" }, era, 365)).toMatchObject({
      from: 0,
      to: 365,
    });
    const one = barOf({ start: "2013-12-31", end: "2014-01-01" }, era, 100, 7);
    expect((one?.to ?? 0) - (one?.from ?? 0)).toBeCloseTo(7);
    expect(one?.to).toBeLessThanOrEqual(100);
    expect(barOf({ start: null, end: "2013-07-01" }, era, 100)?.openLeft).toBe(true);
    expect(barOf({ start: "2013-07-01", end: null }, era, 100)?.openRight).toBe(true);
    expect(barOf({ start: null, end: null }, era, 100)).toBeNull();
  });

  test("a day outside of the era has no place", () => {
    const era = ["2013-01-01", "2013-12-31"] as const;
    expect(placeOf("2014-06-01", era, 100)).toBeNull();
    expect(placeOf("2013-01-01", era, 100)).toBe(0);
    expect(ticksOf(era, 200, 3).length).toBeGreaterThan(1);
  });
});

test("a citation says what, as known by when, by how many, from which store, where", () => {
  const words = citation({
    profile: {
      actor: { id: "actor-1", name: "River\u202e Guard", kind: "armed-group", knowledge_id: null },
      reports: 12,
      witnesses: 7,
    },
    about: {
      version: "0.1.0",
      store: "/home/mara/war.db",
      edition: "abcdef0123456789",
      last_day: "2020-06-06",
    },
    known_by: "2014-02-10",
    address: "http://127.0.0.1:8000/actors/actor-1?known_by=2014-02-10",
    today: "2026-11-23",
  });
  expect(words).toBe(
    "“River� Guard”, as known by 10 Feb 2014, 12 reports, 7 independent, in Allegiance 0.1.0, store war.db (edition abcdef012345), http://127.0.0.1:8000/actors/actor-1?known_by=2014-02-10 (read on 23 Nov 2026).",
  );
});
