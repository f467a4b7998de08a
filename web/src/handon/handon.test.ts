import { describe, expect, it } from "vitest";
import type { Interval } from "@/api";
import { policyOf } from "../../policy";
import { aboutWords } from "./aboutWords";
import { answering } from "./answering";
import { type Page, readPage, SCHEMA } from "./data";
import { firstDayOf, heldOn, networkOn } from "./day";

function interval(number: number, start: string, end: string | null, alleged = false): Interval {
  const relation = {
    ...{ id: "relation-1", source: "actor-a", target: "actor-b", place: null, alleged },
    ...{ results: [], names: null },
  };
  const drawn = { start, end };
  return { id: `interval-${number}`, number, drawn, sure: drawn, relation } as unknown as Interval;
}

const EVENT = { event: { day: "2014-02-08" }, source: { id: "actor-c", name: "C" }, target: null };
const PAGE = {
  schema: SCHEMA,
  about: {
    version: "1",
    since: null,
    until: "2014-12-31",
    known_by: "2015-01-01",
    last_day: "2014-12-31",
    recent_days: 30,
    narrowed: ["only A"],
  },
  codebook: { predicates: [], phases: [], stances: [] },
  history: {
    known_by: "2015-01-01",
    intervals: [interval(1, "2013-01-01", "2013-06-01"), interval(2, "2014-01-01", null)],
    actors: [
      { id: "actor-b", name: "B" },
      { id: "actor-a", name: "A" },
    ],
    places: [],
  },
  names: {
    "actor-b": [
      { name: "Old B", first: null, last: "2014-01-31" },
      { name: "B", first: "2014-02-03", last: null },
    ],
  },
  events: [EVENT],
  claims: [
    {
      claim: { id: "claim-1", kind: "event", predicate: "x" },
      rules: ["r"],
      article: "article-1",
      run: "run-1",
    },
  ],
  articles: [{ article_id: "article-1" }],
  runs: [{ id: "run-1" }],
} as unknown as Page;

describe("the map of a day", () => {
  it("draws what covers the day, its end not included", () => {
    expect(heldOn(PAGE.history.intervals, "2013-05-31")).toHaveLength(1);
    expect(heldOn(PAGE.history.intervals, "2013-06-01")).toHaveLength(0);
    expect(heldOn(PAGE.history.intervals, "2020-01-01")).toHaveLength(1);
  });

  it("takes a settled stretch before an alleged one, whichever comes first", () => {
    const both = [interval(1, "2013-01-01", null), interval(9, "2013-01-01", null, true)];
    for (const order of [both, both.toReversed()])
      expect(heldOn(order, "2014-01-01").map((one) => one.alleged)).toEqual([false]);
  });

  it("names the actors of recent events, too, and forgets older ones", () => {
    expect(networkOn(PAGE, "2014-02-10").actors.map(({ name }) => name)).toEqual(["A", "B", "C"]);
    expect(networkOn(PAGE, "2014-06-01").events).toHaveLength(0);
    expect(firstDayOf(PAGE)).toBe("2013-01-01");
  });

  it("calls actors as they were called that day, and as ever where nobody can tell", () => {
    const called = (day: string) => networkOn(PAGE, day).actors.map(({ name }) => name);
    expect(called("2014-01-31")).toEqual(["A", "Old B"]);
    expect(called("2014-02-01")).toEqual(["A", "B"]);
    expect(called("2014-02-03")).toEqual(["A", "B"]);
  });
});

describe("the page", () => {
  it("answers itself, and has no answer to what it does not hold", async () => {
    const ask = answering(PAGE);
    const told = await (await ask("http://x/api/v1/explanations?claim=claim-1&claim=no")).json();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ report: { article_id: "article-1" }, current: true });
    expect((await ask("http://x/api/v1/network")).status).toBe(404);
  });

  it("says of which days it is, and what it was narrowed to", () => {
    expect(aboutWords(PAGE)[0]).toBe(
      "From the first day told of to 31 Dec 2014, by what was published up to 1 Jan 2015; only A.",
    );
  });

  it("refuses data that is not its own", () => {
    expect(() => readPage("null")).toThrow(SCHEMA);
  });

  it("lets its one script run by its hash, and nothing else", () => {
    const told = policyOf(
      '<script type="module">1</script><script type="application/json">2</script>',
    );
    expect(told).toContain("default-src 'none'; script-src 'sha256-");
    expect(told.match(/sha256/g)).toHaveLength(1);
    expect(() => policyOf("")).toThrow("wanted one script");
  });
});
