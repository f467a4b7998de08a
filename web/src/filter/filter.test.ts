import { describe, expect, it } from "vitest";
import { type Filter, NO_FILTER, narrowed, parseFilter, writeFilter } from "./filter";

const FULL: Filter = {
  on: "2014-02-10",
  known_by: "2014-06-30",
  from: "2012-01-01",
  to: "2014-12-31",
  actor: "actor-al-qaeda",
  place: "name:essara & the hills",
  kind: ["alliance", "rivalry"],
  source: ["Harbour News Bureau", "Gulf & Sahel Wire"],
  alleged: true,
  reviewed_only: true,
  min_confidence: 0.85,
  min_witnesses: 2,
};

function parsed(query: string) {
  return parseFilter(new URLSearchParams(query));
}

describe("the filter in the URL", () => {
  it("comes back as it was written", () => {
    const query = writeFilter(FULL).toString();
    expect(parsed(query)).toEqual({ filter: FULL, faults: [] });
  });

  it("leaves no trace where nothing is chosen", () => {
    expect(writeFilter(NO_FILTER).toString()).toBe("");
    expect(parsed("")).toEqual({ filter: NO_FILTER, faults: [] });
  });

  it("is written the same whatever the order it was read in", () => {
    const one = parsed("kind=rivalry&on=2014-02-10&alleged=true").filter;
    const other = parsed("alleged=1&on=2014-02-10&kind=rivalry").filter;
    expect(writeFilter(one).toString()).toBe(writeFilter(other).toString());
  });

  it("leaves alone what belongs to others in the URL", () => {
    const params = new URLSearchParams("as=table&on=2013-01-01&evidence=ab12");
    const written = writeFilter({ ...NO_FILTER, on: "2014-02-10" }, params);
    expect(written.get("as")).toBe("table");
    expect(written.get("evidence")).toBe("ab12");
    expect(written.getAll("on")).toEqual(["2014-02-10"]);
  });

  it.each([
    ["on=2014-02-30", "on"],
    ["known_by=yesterday", "known_by"],
    ["min_confidence=1.2", "min_confidence"],
    ["min_confidence=", "min_confidence"],
    ["min_confidence=NaN", "min_confidence"],
    ["min_witnesses=0", "min_witnesses"],
    ["min_witnesses=1.5", "min_witnesses"],
    ["alleged=maybe", "alleged"],
  ])("leaves %s out and says so", (query, name) => {
    const { filter, faults } = parsed(query);
    expect(faults.map((fault) => fault.name)).toEqual([name]);
    expect(faults[0]?.remedy).not.toBe("");
    expect(writeFilter(filter).has(name)).toBe(false);
  });

  it("takes no end before the beginning", () => {
    const { filter, faults } = parsed("from=2014-05-01&to=2014-04-30");
    expect(filter.from).toBe("2014-05-01");
    expect(filter.to).toBeUndefined();
    expect(faults[0]?.name).toBe("to");
  });

  it("takes a value once, however often it is there", () => {
    expect(parsed("kind=rivalry&kind=rivalry&kind=").filter.kind).toEqual(["rivalry"]);
  });

  it("counts fields, not values, and not days", () => {
    expect(narrowed(FULL)).toBe(8);
    expect(narrowed({ ...NO_FILTER, on: "2014-02-10" })).toBe(0);
  });
});
