import { describe, expect, it } from "vitest";
import { nextOrder, sortOf, tracksOf, widthOf } from "./column";
import { toggled, withChosen } from "./Facets";
import { stepOf } from "./useActiveRow";
import { readLook, shownOf } from "./useLook";

describe("orders", () => {
  it("goes to the first order of a column, then to its reverse, then back", () => {
    const orders = ["-when", "when"] as const;
    expect(nextOrder<string>(orders, "publisher")).toBe("-when");
    expect(nextOrder<string>(orders, "-when")).toBe("when");
    expect(nextOrder<string>(orders, "when")).toBe("-when");
    expect(nextOrder<string>(["publisher"], "publisher")).toBe("publisher");
  });

  it("tells screen readers the direction", () => {
    expect(sortOf(["-when", "when"], "-when")).toBe("descending");
    expect(sortOf(["-when", "when"], "when")).toBe("ascending");
    expect(sortOf(["-when", "when"], "publisher")).toBe("none");
    expect(sortOf(undefined, "when")).toBe("none");
  });
});

it("gives what is left of the width to columns that grow", () => {
  const columns = [{ width: 100 }, { width: 200, grows: true }];
  expect(tracksOf(columns)).toBe("100px minmax(200px, 1fr)");
  expect(widthOf(columns)).toBe(300);
});

describe("look", () => {
  it("keeps only what is whole", () => {
    expect(
      readLook('{"density":"compact","shown":{"a":false,"b":1},"widths":{"a":80,"b":-3}}'),
    ).toEqual({
      density: "compact",
      shown: { a: false },
      widths: { a: 80 },
    });
  });

  it.each(["", "no JSON", "[]", '{"density":"huge","shown":3}'])("survives %j", (text) => {
    expect(readLook(text)).toEqual({ density: "normal", shown: {}, widths: {} });
  });

  it("shows fixed columns whatever was chosen, spare ones only when chosen", () => {
    const column = { label: "", width: 1, show: () => null };
    const columns = [
      { ...column, id: "fixed", fixed: true },
      { ...column, id: "spare", spare: true },
      { ...column, id: "plain" },
    ];
    const look = { density: "normal", widths: {}, shown: { fixed: false, plain: false } };
    expect(shownOf(columns, look)).toEqual({ fixed: true, spare: false, plain: false });
  });
});

describe("keys", () => {
  const screen = { rows: 50, screen: 10 };

  it.each([
    ["ArrowDown", 5, 6],
    ["ArrowUp", 0, 0],
    ["PageDown", 45, 49],
    ["PageUp", 15, 5],
    ["Home", 30, 0],
    ["End", 3, 49],
  ])("%s from row %i leads to row %i", (key, at, to) => {
    expect(stepOf(key, at, screen)).toBe(to);
  });

  it("leaves other keys alone", () => {
    expect(stepOf("a", 5, screen)).toBeNull();
  });
});

describe("facets", () => {
  const values = [
    { value: "a", label: "A", count: 5 },
    { value: "b", label: "B", count: 2 },
  ];

  it("keeps what is chosen in sight, though nothing has it any more", () => {
    expect(withChosen({ values, chosen: ["gone", "b"] }).map(({ value }) => value)).toEqual([
      "gone",
      "b",
      "a",
    ]);
  });

  it("adds and takes away, or changes where only one can be chosen", () => {
    expect(toggled({ chosen: ["a"] }, "b")).toEqual(["a", "b"]);
    expect(toggled({ chosen: ["a", "b"] }, "a")).toEqual(["b"]);
    expect(toggled({ chosen: ["a"], single: true }, "b")).toEqual(["b"]);
  });
});
