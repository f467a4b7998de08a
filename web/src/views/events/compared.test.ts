import { expect, it } from "vitest";
import type { Explanation } from "@/api";
import { compared } from "./compared";
import { tollWords } from "./words";

interface Told {
  source?: string;
  place?: string;
  killed?: [low: number, high: number | null];
  stance?: string;
}

function told({ source, place, killed, stance = "asserted" }: Told): Explanation {
  const parties = source ? [{ role: "source", words: source, actor: null }] : [];
  const toll = killed ? [{ kind: "killed", low: killed[0], high: killed[1], span: [0, 1] }] : [];
  const where = place ? { name: place } : null;
  const claim = { stance, toll, where, when: null, codes: null };
  return { parties, claim, corrected: null } as unknown as Explanation;
}

it("sets side by side what witnesses say, and averages nothing", () => {
  const points = compared([
    {
      witness: "A",
      explanations: [told({ source: "Boko Haram", place: "Baga", killed: [12, 20] })],
    },
    { witness: "B", explanations: [told({ source: "Boko Haram", killed: [40, null] })] },
    { witness: "C", explanations: [told({ source: "Boko Haram", killed: [40, null] })] },
  ]);
  const [who, where, harmed, stance] = points;
  expect(points).toHaveLength(4);
  expect(who).toMatchObject({ label: "Who", agreed: true, silent: [] });
  expect(where).toMatchObject({ label: "Where", agreed: true, silent: ["B", "C"] });
  expect(harmed).toMatchObject({
    agreed: false,
    versions: [
      { words: "killed 40 or more", witnesses: ["B", "C"] },
      { words: "killed 12-20", witnesses: ["A"] },
    ],
  });
  expect(stance).toMatchObject({ agreed: true });
});

it("shows a denial as a difference", () => {
  const points = compared([
    { witness: "A", explanations: [told({})] },
    { witness: "B", explanations: [told({ stance: "denied" })] },
  ]);
  expect(points).toMatchObject([{ label: "Stance", agreed: false }]);
});

it("keeps the least and the most of a toll apart", () => {
  expect(
    tollWords([
      { kind: "killed", low: 12, high: 20, agreed: false },
      { kind: "wounded", low: 5, high: null, agreed: true },
    ]),
  ).toBe("killed 12-20 (reports differ), wounded 5 or more");
});
