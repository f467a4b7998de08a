import { describe, expect, it } from "vitest";
import { holds } from "./useFindings";

describe("the palette", () => {
  it("finds what holds every word, in any order and case, within words too", () => {
    expect(holds(["Changes", "What changed between two days"], "DAYS chang")).toBe(true);
    expect(holds(["Changes", "What changed between two days"], "days alliance")).toBe(false);
    expect(holds(["Changes"], "")).toBe(true);
  });
});
