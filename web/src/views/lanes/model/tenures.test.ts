import { describe, expect, it } from "vitest";
import { together } from "./tenures";

const time = (id: string, from: number, to: number) => ({ id, from, to });

function spans(...times: ReturnType<typeof time>[]): string[] {
  return together(times).map(({ all }) => all.map(({ id, from }) => `${id}${from}`).join(" "));
}

describe("times of leaders", () => {
  it("puts those of one leader that follow one another together, whatever their order", () => {
    expect(spans(time("a", 20, 30), time("b", 5, 25), time("a", 0, 10))).toEqual(["a0 a20", "b5"]);
  });

  it("keeps apart what lasts at the same time", () => {
    expect(spans(time("a", 0, 10), time("a", 5, 15), time("a", 10, 20))).toEqual(["a0 a10", "a5"]);
  });
});
