import { describe, expect, it } from "vitest";
import { type Column, sorted } from "./columns";
import { litPieces } from "./lit";
import { MOST_CLAIMS, parseShown, withAll, writeShown } from "./useEvidence";

describe("a lit text", () => {
  it("is the same text, whatever lies on it", () => {
    const text = "The Dawn Brigade left the Front.";
    const lights = [
      { span: [4, 16], what: "source" },
      { span: [0, 31], what: "evidence" },
      { span: [10, 99], what: "when" },
    ] as const;
    const pieces = litPieces(text, lights);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.map((piece) => piece.on)).toEqual([
      ["evidence"],
      ["source", "evidence"],
      ["source", "evidence", "when"],
      ["evidence", "when"],
      ["when"],
    ]);
  });

  it("counts code points, as the spans do", () => {
    const pieces = litPieces("🚩𝒜 red", [{ span: [3, 6], what: "source" }]);
    expect(pieces.map(({ text, on }) => [text, on.length])).toEqual([
      ["🚩𝒜 ", 0],
      ["red", 1],
    ]);
  });

  it("ignores empty stretches and those outside", () => {
    const lights = [
      { span: [2, 2], what: "empty" },
      { span: [9, 12], what: "outside" },
    ] as const;
    const pieces = litPieces("abcd", lights);
    expect(pieces.map((piece) => piece.text).join("")).toBe("abcd");
    expect(pieces.flatMap((piece) => piece.on)).toEqual([]);
    expect(litPieces("", [])).toEqual([]);
  });
});

describe("the evidence in the URL", () => {
  const ids = (number: number) => Array.from({ length: number }, (_, at) => `claim-${at}`);

  it("comes back as it was written, beside what others wrote", () => {
    const params = writeShown(new URLSearchParams("on=2014-02-10"), ids(2), "ally of");
    expect(params.get("on")).toBe("2014-02-10");
    expect(parseShown(params)).toEqual({ claimIds: ids(2), title: "ally of", total: 2 });
  });

  it("tells how many there were when it had to be cut", () => {
    const shown = parseShown(writeShown(new URLSearchParams(), ids(431), "many"));
    expect(shown?.claimIds).toHaveLength(MOST_CLAIMS);
    expect(shown?.total).toBe(431);
  });

  it("is whole where the browser remembers what the address had no room for", () => {
    const shown = parseShown(writeShown(new URLSearchParams(), ids(431), "many"));
    expect(withAll(shown, { evidence: ids(431) })?.claimIds).toHaveLength(431);
    expect(withAll(shown, { evidence: ids(430) })).toEqual(shown);
    expect(withAll(shown, { evidence: [...ids(431)].reverse() })).toEqual(shown);
    expect(withAll(shown, null)).toEqual(shown);
  });

  it("is gone once it is closed", () => {
    const open = writeShown(new URLSearchParams("as=table"), ids(1), "one");
    expect(writeShown(open, [], "").toString()).toBe("as=table");
    expect(parseShown(new URLSearchParams("evidence=,"))).toBeNull();
  });
});

describe("the rows of a table", () => {
  interface Row {
    name: string;
    reports: number | null;
  }
  const columns: Column<Row>[] = [
    { key: "name", label: "Name", value: (row) => row.name },
    { key: "reports", label: "Reports", value: (row) => row.reports },
  ];
  const rows: Row[] = [
    { name: "b", reports: 10 },
    { name: "A", reports: null },
    { name: "c", reports: 9 },
  ];
  const names = (key: string, descending: boolean) =>
    sorted(rows, columns, { key, descending }).map((row) => row.name);

  it("sort numbers as numbers, and those without one last either way", () => {
    expect(names("reports", false)).toEqual(["c", "b", "A"]);
    expect(names("reports", true)).toEqual(["b", "c", "A"]);
  });

  it("sort words whatever their case", () => {
    expect(names("name", false)).toEqual(["A", "b", "c"]);
    expect(sorted(rows, columns, null)).toBe(rows);
  });
});
