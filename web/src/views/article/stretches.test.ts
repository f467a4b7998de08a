import { describe, expect, test } from "vitest";
import { litPieces } from "@/evidence";
import type { Read } from "./reads";
import { codePoints, lightsOf, stretchAt, stretchesOf } from "./stretches";

const PARAGRAPHS = Array.from({ length: 30 }, (_, n) => `Paragraph ${n}. ${"word ".repeat(60)}`);

const read = (span: [number, number], label: string): Read => ({
  span,
  label,
  what: "actor",
  id: label,
  rule: null,
  form: null,
});

/** What Python would show for a span. */
const slice = (text: string, [start = 0, end = 0]: readonly number[]) =>
  Array.from(text).slice(start, end).join("");

describe("stretchesOf", () => {
  test.each([
    ["paragraphs", PARAGRAPHS.join("\n\n")],
    ["one line without an end", "word ".repeat(5000)],
    ["no space at all", "x".repeat(20_000)],
    ["nothing but ends of lines", "\n".repeat(9000)],
    ["astral letters only", "🕊".repeat(9000)],
    ["a lone half of a letter", `${"x".repeat(3999)}\uD83D${"y".repeat(5000)}`],
    ["empty", ""],
  ])("together they are the text: %s", (_, text) => {
    const stretches = stretchesOf(text);
    expect(stretches.map((one) => one.text).join("")).toBe(text);
    let start = 0;
    for (const one of stretches) {
      expect(one.start).toBe(start);
      expect(one.length).toBe(Array.from(one.text).length);
      expect(one.text.length).toBeLessThanOrEqual(4200);
      start += one.length;
    }
  });

  test("ends where paragraphs end", () => {
    const stretches = stretchesOf(PARAGRAPHS.join("\n\n"));
    expect(stretches).toHaveLength(PARAGRAPHS.length);
    expect(stretches.slice(0, -1).every((one) => one.text.endsWith("\n\n"))).toBe(true);
  });

  test("never cuts a letter in two", () => {
    // The 4,000th unit is the first half of a dove.
    const stretches = stretchesOf(`x${"🕊".repeat(4000)}`);
    expect(stretches.length).toBeGreaterThan(1);
    // It throws at half a letter.
    for (const { text } of stretches) expect(() => encodeURIComponent(text)).not.toThrow();
  });

  test("cuts two million letters in well under a second", () => {
    const text = "a\u202e🕊".repeat(500_000);
    const begun = performance.now();
    expect(codePoints(text)).toBe(1_500_000);
    expect(stretchesOf(text).length).toBeGreaterThan(400);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe("lightsOf", () => {
  const text = `${"🕊 A dove. ".repeat(40)}\n\n${"𝔘nder the olive. ".repeat(30)}\n\nEnd.`;
  const stretches = stretchesOf(text);

  test("finds the same letters that the article's own count finds", () => {
    const spans: [number, number][] = [
      [0, 1],
      [2, 8],
      [402, 408],
      [403, 410],
      [stretches[1]?.start ?? 0, (stretches[1]?.start ?? 0) + 6],
    ];
    const reads = spans.map((span, number) => read(span, String(number)));
    const lights = lightsOf(stretches, reads);
    for (const [number, span] of spans.entries()) {
      const lit = stretches.flatMap((stretch, at) =>
        litPieces(stretch.text, lights[at] ?? []).filter(({ on }) =>
          on.some(({ id }) => id === String(number)),
        ),
      );
      expect(lit.map((piece) => piece.text).join("")).toBe(slice(text, span));
    }
  });

  test("what lies over a border is lit on both sides of it", () => {
    const border = stretches[1]?.start ?? 0;
    const lights = lightsOf(stretches, [read([border - 4, border + 3], "statement")]);
    expect(lights[0]).toHaveLength(1);
    expect(lights[1]?.[0]?.span).toEqual([-4, 3]);
    expect(lights.slice(2).flat()).toEqual([]);
  });

  test("what lies outside of the text is not lit", () => {
    const lights = lightsOf(stretches, [read([1_000_000, 1_000_010], "nowhere")]);
    expect(lights.flat()).toEqual([]);
  });
});

test("stretchAt knows the first and the last letter, and what is neither", () => {
  const stretches = stretchesOf(PARAGRAPHS.join("\n\n"));
  const last = stretches.at(-1);
  if (!last) throw new Error("a text has stretches");
  expect(stretchAt(stretches, 0)).toBe(0);
  expect(stretchAt(stretches, last.start + last.length - 1)).toBe(stretches.length - 1);
  expect(stretchAt(stretches, last.start + last.length)).toBe(-1);
  expect(stretchAt(stretches, -1)).toBe(-1);
});
