import { render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import {
  Foreign,
  intervalWords,
  intoWords,
  leftOutWords,
  notes,
  pieces,
  reportWords,
  safe,
  toldBy,
} from ".";

const RELATION = {
  since: { start: "2013-04-08", end: "2013-06-11", grain: "vague" },
  until: null,
  faded: false,
  certain: true,
  alleged: false,
  attributed: false,
  derived: false,
  disputed_by: [],
};
const STRETCH = { happening: false, last: "2014-01-05", drawn: {}, relation: RELATION };

describe("a relation in words", () => {
  it("is never more exact than the reports", () => {
    expect(intervalWords(STRETCH)).toBe("between 8 Apr and 10 Jun 2013");
    const ended = { start: null, end: "2014-02-04", grain: "day" };
    expect(intervalWords({ ...STRETCH, relation: { ...RELATION, until: ended } })).toBe(
      "between 8 Apr and 10 Jun 2013, ended by 3 Feb 2014",
    );
  });

  it("that has only faded is told of until a day, not ended on it", () => {
    const faded = { ...STRETCH, relation: { ...RELATION, faded: true } };
    expect(intervalWords(faded)).toBe(
      "between 8 Apr and 10 Jun 2013, not told of after 5 Jan 2014",
    );
    expect(intervalWords({ ...faded, happening: true })).toBe("between 8 Apr and 10 Jun 2013");
  });

  it("carries every note that a reader needs, in one order", () => {
    expect(notes(RELATION)).toEqual([]);
    const doubtful = { ...RELATION, disputed_by: ["claim-1"], alleged: true, attributed: true };
    expect(notes({ ...doubtful, derived: true, faded: true, certain: false })).toEqual([
      "disputed",
      "alleged",
      "by one side's word",
      "from events",
      "faded",
      "day uncertain",
    ]);
  });

  it("says how many of its reports are independent", () => {
    expect(toldBy(1, 1)).toBe("1 report, 1 independent");
    expect(toldBy(1200, 3)).toBe("1,200 reports, 3 independent");
  });
});

describe("what is left out", () => {
  it("is told by reason, where there is any", () => {
    const none = {
      nameless: 0,
      unsettled: 0,
      alleged: 0,
      denied: 0,
      over: 0,
      weak: 0,
      unreviewed: 0,
    };
    expect(leftOutWords(none)).toEqual([]);
    expect(leftOutWords({ ...none, nameless: 1200, denied: 3 })).toEqual([
      "1,200 of parties without a name",
      "3 only denied",
    ]);
  });
});

describe("words of strangers", () => {
  const HOSTILE = "peace\u202Eraw <script>alert(1)</script>";

  it("show what could turn the direction of writing", () => {
    expect(pieces("a\u202Eb")).toEqual(["a", { at: 1, code: "U+202E" }, "b"]);
    render(<Foreign>{HOSTILE}</Foreign>);
    expect(screen.getByTitle("hidden character U+202E")).toBeDefined();
  });

  it("are only ever text", () => {
    const { container } = render(<Foreign>{HOSTILE}</Foreign>);
    expect(container.querySelector("script")).toBeNull();
    expect(container.textContent).toContain("<script>alert(1)</script>");
    expect(container.querySelector("bdi")).not.toBeNull();
  });

  it("keep line breaks, and the joiners that words are written with", () => {
    expect(pieces("a\nb\tc\u200cd")).toEqual(["a\nb\tc\u200cd"]);
  });

  it("stand on one line where only text can", () => {
    expect(safe(" two\n lines \u001b[31m")).toBe("two lines �[31m");
  });

  it("cite a report by what is known of it", () => {
    const report = { title: null, publisher: null, published: null, label: "sahel-1.txt" };
    expect(reportWords(report)).toBe("sahel-1.txt");
    const published = { start: "2012-12-22", end: "2012-12-23", grain: "day" };
    expect(reportWords({ ...report, publisher: "Harbour News Bureau", published })).toBe(
      "Harbour News Bureau, 22 Dec 2012",
    );
  });
});

it("what came of a merger stands behind its parties", () => {
  expect(intoWords([])).toBe("");
  expect(intoWords(["United Guards"])).toBe(", into United Guards");
  expect(intoWords(["United Guards", "Hill Army"])).toBe(", into United Guards or Hill Army");
});
