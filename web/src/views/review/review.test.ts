import { describe, expect, it } from "vitest";
import type { Explanation, Shapes } from "@/api";
import { correctionOf, faultOf, fieldsOf, whenOf } from "./correction";
import { acted, EMPTY, failed, kept, lastAct, nextClaim, tally, undone } from "./desk";
import { stretches, wordsAt } from "./picking";
import { selectingOf } from "./selecting";

function claim(id: string): Explanation {
  return { claim: { id: `claim-${id}` } } as Explanation;
}

const QUEUE = [claim("a"), claim("b"), claim("c")];
const [A, B] = QUEUE as [Explanation, Explanation];
const act = (of: Explanation, verdict: "accepted" | "skipped") => ({
  verdict,
  what: "",
  claim: of,
  size: 1,
});

describe("a session", () => {
  it("goes to the next claim before the store has answered", () => {
    expect(nextClaim(EMPTY, QUEUE)).toBe(A);
    expect(nextClaim(acted(EMPTY, act(A, "accepted")), QUEUE)).toBe(B);
  });

  it("comes back to a claim that the store did not take, and does not count it", () => {
    const desk = failed(acted(EMPTY, act(A, "accepted")), 1);
    expect(nextClaim(desk, QUEUE)).toBe(A);
    expect(tally(desk).size).toBe(0);
  });

  it("comes back to what was undone even where the queue has lost it, and once only", () => {
    const desk = undone(kept(acted(EMPTY, act(A, "accepted")), 1, ["decision-1"]), 1);
    expect(nextClaim(desk, [B])).toBe(A);
    const again = acted(desk, act(A, "accepted"));
    expect(nextClaim(again, QUEUE)).toBe(B);
  });

  it("undoes a skip, and nothing that is still on its way", () => {
    const skipped = acted(EMPTY, act(A, "skipped"));
    expect(lastAct(skipped)?.number).toBe(1);
    expect(lastAct(acted(skipped, act(B, "accepted")))?.number).toBe(1);
  });
});

const READ = {
  predicate: "alliance",
  phase: "holds",
  stance: "asserted",
} as Explanation["claim"];

describe("a correction", () => {
  it("holds only what differs", () => {
    expect(correctionOf(READ, fieldsOf(READ))).toBeNull();
    expect(correctionOf(READ, { ...fieldsOf(READ), phase: "ends", source: [3, 9] })).toEqual({
      swapped: false,
      phase: "ends",
      source: [3, 9],
    });
    expect(correctionOf(READ, { ...fieldsOf(READ), swapped: true })).toEqual({ swapped: true });
  });

  it("counts days half-open, with the grain of what was written", () => {
    expect(whenOf("2012", "")).toEqual({ start: "2012-01-01", end: "2013-01-01", grain: "year" });
    expect(whenOf("2012-12", "")).toEqual({
      start: "2012-12-01",
      end: "2013-01-01",
      grain: "month",
    });
    expect(whenOf("2014-02-10", "2014-02")).toEqual({
      start: "2014-02-10",
      end: "2014-03-01",
      grain: "day",
    });
    expect(whenOf("2014-02-30", "")).toBeNull();
  });

  it("says what is wrong with the days", () => {
    expect(faultOf({ ...fieldsOf(READ), from: "2014", to: "2012" })).toMatch(/before the first/);
    expect(faultOf({ ...fieldsOf(READ), from: "soon" })).toMatch(/Write days as/);
    expect(faultOf(fieldsOf(READ))).toBeNull();
  });
});

describe("picking words", () => {
  // The first letter counts two for JavaScript and one for the API.
  const text = "𝔄nsar met Dawn Brigade. Dawn left.";
  const mark = (start: number, end: number, id: string | null = "actor-1") =>
    ({
      span: [start, end],
      what: "actor",
      id,
      label: "Dawn",
      rule: null,
      form: "name",
    }) as Shapes["Mark"];

  it("cuts the text at names and at the sentence, and loses none of it", () => {
    const article = { text, marks: [mark(10, 22), mark(10, 14), mark(24, 28)] };
    const found = stretches(article, [24, 34]);
    expect(found.map((one) => one.text).join("")).toBe(text);
    expect(found.filter((one) => one.naming).map((one) => one.text)).toEqual([
      "Dawn Brigade",
      "Dawn",
    ]);
    expect(
      found
        .filter((one) => one.here)
        .map((one) => one.text)
        .join(""),
    ).toBe("Dawn left.");
    expect(wordsAt(text, [10, 22])).toBe("Dawn Brigade");
  });

  it("offers no words that name nobody", () => {
    const found = stretches({ text, marks: [mark(10, 22, null)] }, [0, 5]);
    expect(found.some((one) => one.naming)).toBe(false);
  });
});

describe("many at once", () => {
  it("asks for the same claims as the list does", () => {
    const filter = {
      kind: ["assault"],
      source: [],
      alleged: true,
      reviewed_only: false,
      from: "2012-01-01",
    };
    expect(selectingOf(filter, { words: "Gao", states: ["open"] })).toMatchObject({
      since: "2012-01-01",
      until: null,
      kinds: ["assault"],
      states: ["open"],
      words: "Gao",
    });
  });
});
