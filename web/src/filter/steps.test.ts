import { describe, expect, it } from "vitest";
import { fitting, stepped, stopAt, stops, stopWords } from "./steps";

describe("the stops of the time slider", () => {
  it.each([
    ["day", 1, "2014-02-11"],
    ["day", -1, "2014-02-09"],
    ["week", 1, "2014-02-17"],
    ["month", 1, "2014-03-01"],
    ["month", -1, "2014-02-01"],
    ["year", 1, "2015-01-01"],
    ["year", -1, "2014-01-01"],
  ] as const)("lead from within by %s, %i", (grain, steps, wanted) => {
    expect(stepped("2014-02-10", grain, steps)).toBe(wanted);
  });

  it("lead from a border to the next border", () => {
    expect(stepped("2014-02-01", "month", -1)).toBe("2014-01-01");
    expect(stepped("2014-01-01", "year", -1)).toBe("2013-01-01");
    expect(stepped("2012-02-28", "day", 1)).toBe("2012-02-29");
  });

  it("have both ends, whatever the grain", () => {
    const all = stops("2012-12-12", "2014-03-05", "year");
    expect(all).toEqual(["2012-12-12", "2013-01-01", "2014-01-01", "2014-03-05"]);
    expect(stops("2014-01-01", "2014-01-01", "month")).toEqual(["2014-01-01"]);
  });

  it("are found by any day between them", () => {
    const all = stops("2012-12-12", "2014-03-05", "year");
    expect(stopAt(all, "2013-07-07")).toBe(1);
    expect(stopAt(all, "2014-03-05")).toBe(3);
    expect(stopAt(all, "1999-01-01")).toBe(0);
    expect(stopAt(all, "2099-01-01")).toBe(3);
  });

  it("offer single days only where there are few enough to aim at", () => {
    expect(fitting("2012-01-01", "2020-01-01")).toContain("day");
    expect(fitting("1980-01-01", "2020-01-01")).not.toContain("day");
  });

  it("are told as short as they are exact", () => {
    expect(stopWords("2014-01-01", "year")).toBe("2014");
    expect(stopWords("2014-02-01", "month")).toBe("Feb 2014");
    expect(stopWords("2014-02-10", "month")).toBe("10 Feb 2014");
  });
});
