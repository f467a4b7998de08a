import { describe, expect, it } from "vitest";
import { NO_FILTER } from "@/filter";
import { shownSpan, spanOf } from "./span";
import {
  beforeAndAfter,
  byMonth,
  type Change,
  evidenceOf,
  notesOf,
  tallied,
  whenWords,
} from "./words";

const ALL = { first: "2012-04-07", last: "2020-06-06" };

function interval(since: [string | null, string | null]) {
  const [start, end] = since;
  const relation = {
    since: { start, end, grain: "day" },
    until: null,
    faded: false,
    certain: true,
    alleged: false,
    attributed: true,
    derived: false,
    disputed_by: [],
    claim_ids: ["claim-1"],
  };
  return { happening: false, last: "2014-01-01", drawn: {}, relation };
}

function change(patch: object): Change {
  const plain = {
    what: "began",
    when: null,
    sure: true,
    known_on: null,
    before: null,
    claim_ids: [],
  };
  return {
    ...plain,
    interval: interval(["2013-04-08", "2013-06-11"]),
    ...patch,
  } as unknown as Change;
}

describe("the words of a change", () => {
  it("keeps an uncertain day uncertain", () => {
    const when = { start: "2013-04-08", end: "2013-06-11", grain: "vague" };
    expect(whenWords(change({ when }))).toBe("between 8 Apr and 10 Jun 2013");
  });

  it("tells what was known before and what is known now", () => {
    const before = interval(["2013-05-01", "2013-05-02"]);
    const redated = change({ what: "redated", before, known_on: "2014-02-01" });
    expect(beforeAndAfter(redated)).toEqual({
      before: "1 May 2013",
      after: "between 8 Apr and 10 Jun 2013",
    });
    expect(beforeAndAfter(change({ what: "withdrawn", before }))?.after).toBe("no longer said");
    expect(beforeAndAfter(change({ what: "learned" }))?.before).toBe("not known");
    const when = { start: "2013-04-08", end: "2013-04-09", grain: "day" };
    expect(beforeAndAfter(change({ when }))).toBeNull();
  });

  it("warns of what may lie outside the days asked for", () => {
    expect(notesOf(change({ sure: false }))).toEqual([
      "by one side's word",
      "perhaps outside these days",
    ]);
  });

  it("leads to the claims that what was withdrawn had rested on", () => {
    expect(evidenceOf(change({ what: "withdrawn" }))).toEqual(["claim-1"]);
  });

  it("is counted by what it is", () => {
    const facet = (value: string, count: number) => ({ value, label: value, count });
    const what = [facet("first-told", 1_200), facet("split", 3), facet("merged", 2)];
    expect(tallied({ what })).toBe("1,200 first told of, 3 split, 2 merged");
  });

  it("stands under the month of its first possible day", () => {
    const day = (start: string | null, end: string) => ({
      change: change({ when: { start, end, grain: "day" } }),
    });
    const groups = byMonth([
      day("2013-04-08", "2013-06-11"),
      day("2013-04-30", "2013-05-01"),
      day(null, "2013-05-02"),
      { change: change({ known_on: "2014-01-05" }) },
    ]);
    expect(groups.map(([month, { length }]) => [month, length])).toEqual([
      ["2013-04", 2],
      ["2013-05", 1],
      ["2014-01", 1],
    ]);
  });
});

describe("the days of changes", () => {
  it("counts months back from the last day, within the store", () => {
    expect(spanOf({ label: "", months: 1 }, ALL).first).toBe("2020-05-06");
    expect(spanOf({ label: "", months: 1 }, { ...ALL, last: "2020-03-31" }).first).toBe(
      "2020-02-29",
    );
    expect(spanOf({ label: "", months: 1200 }, ALL)).toEqual(ALL);
    expect(spanOf({ label: "", months: null }, ALL)).toEqual(ALL);
  });

  it("shows the last year where the address says nothing", () => {
    expect(shownSpan("world", NO_FILTER, undefined, ALL).first).toBe("2019-06-06");
    const filter = { ...NO_FILTER, from: "2013-01-01" };
    expect(shownSpan("world", filter, undefined, ALL)).toEqual({ ...ALL, first: "2013-01-01" });
    const known = { ...NO_FILTER, known_by: "2014-06-30" };
    expect(shownSpan("known", known, "2014-01-01", ALL)).toEqual({
      first: "2014-01-01",
      last: "2014-06-30",
    });
  });
});
