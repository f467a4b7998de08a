import { describe, expect, it } from "vitest";
import { dragged } from "./DayRange";
import { around, dayAt, grainFor, shareOf, spanOf, yearTicks } from "./scale";

const YEAR = { first: "2013-01-01", last: "2013-12-31" };

it("finds a day again by where it lies", () => {
  for (const day of ["2013-01-01", "2013-02-28", "2013-12-31"]) {
    expect(dayAt(shareOf(day, YEAR) + 1e-6, YEAR)).toBe(day);
  }
  expect(dayAt(1, YEAR)).toBe(YEAR.last);
  expect(dayAt(-3, YEAR)).toBe(YEAR.first);
});

it("spans its bars, the last day included", () => {
  const bar = { events: 1, uncertain: 0 };
  const bars = [
    { start: "2013-01-01", end: "2013-02-01", ...bar },
    { start: "2014-05-01", end: "2014-06-01", ...bar },
  ];
  expect(spanOf(bars)).toEqual({ first: "2013-01-01", last: "2014-05-31" });
  expect(spanOf([])).toBeNull();
  expect(around(YEAR, { first: "2012-01-01", last: "2013-02-01" })).toEqual({
    first: "2012-01-01",
    last: "2013-12-31",
  });
});

it("takes the finest grain whose bars can be told apart", () => {
  expect(grainFor({ first: "2013-01-01", last: "2013-03-01" })).toBe("day");
  expect(grainFor({ first: "2012-01-01", last: "2014-12-31" })).toBe("week");
  expect(grainFor({ first: "2008-01-01", last: "2020-12-31" })).toBe("month");
  expect(grainFor({ first: "1900-01-01", last: "2020-12-31" })).toBe("year");
});

it("writes a handful of years", () => {
  expect(yearTicks({ first: "2010-06-01", last: "2013-02-01" }, 9)).toEqual([
    "2011-01-01",
    "2012-01-01",
    "2013-01-01",
  ]);
  expect(yearTicks({ first: "1900-01-01", last: "2020-12-31" }, 8).length).toBeLessThan(9);
});

describe("dragging", () => {
  it("moves one end, and lets ends change places", () => {
    expect(dragged({ end: "first", from: "" }, "2013-03-01", YEAR)).toEqual({
      first: "2013-03-01",
      last: "2013-12-31",
    });
    expect(dragged({ end: "last", from: "" }, "2012-05-01", YEAR)).toEqual({
      first: "2012-05-01",
      last: "2013-01-01",
    });
  });

  it("begins anew where nothing was held", () => {
    expect(dragged({ end: "new", from: "2013-06-01" }, "2013-05-01", YEAR)).toEqual({
      first: "2013-05-01",
      last: "2013-06-01",
    });
  });
});
