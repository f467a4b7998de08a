import { describe, expect, it } from "vitest";
import { tableHref } from "@/api";
import { NO_FILTER } from "@/filter";
import { parseAsked, writeAsked } from "./asked";
import { daysOf, yearOf } from "./facets";

describe("what the claims view asks", () => {
  it("reads and writes the same address", () => {
    const address =
      "on=2014-02-10&stance=denied&stance=alleged&state=open&q=car+bomb&sort=confidence";
    const params = new URLSearchParams(address);
    const asked = parseAsked(params);
    expect(asked).toEqual({
      stance: ["denied", "alleged"],
      phase: [],
      state: ["open"],
      q: "car bomb",
      sort: "confidence",
    });
    expect([...writeAsked(asked, params)].sort()).toEqual([...params].sort());
  });

  it("leaves out what the API would refuse", () => {
    const asked = parseAsked(
      new URLSearchParams("stance=shouted&phase=ends&phase=ends&sort=length"),
    );
    expect(asked).toMatchObject({ stance: [], phase: ["ends"], sort: "-published" });
  });

  it("links to a table of exactly the same claims", () => {
    const asked = { stance: ["denied", "alleged"], q: "", sort: "when" };
    expect(tableHref("claims", "csv", { ...NO_FILTER, kind: ["alliance"] }, asked)).toBe(
      "/api/v1/claims.csv?kind=alliance&stance=denied&stance=alleged&sort=when",
    );
  });
});

it("finds a year again by its days, and takes other days for none", () => {
  expect(yearOf(daysOf("2013"))).toEqual(["2013"]);
  expect(yearOf({ from: "2013-01-01", to: "2014-12-31" })).toEqual([]);
  expect(yearOf(daysOf(undefined))).toEqual([]);
});
