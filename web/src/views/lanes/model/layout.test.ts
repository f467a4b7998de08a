import { describe, expect, test } from "vitest";
import type { Choice } from "./choice";
import { dayNumber } from "./days";
import type { Label } from "./labels";
import { type Density, layOut } from "./layout";
import { historyOf, KINDS, manyTold, told } from "./made";
import type { Layout } from "./placed";
import { planOf } from "./plan";

const CHOICE: Choice = {
  kinds: new Set(KINDS.keys()),
  persons: false,
  only: [],
  neighbours: false,
  folded: new Set(),
  most: 60,
  mostTies: 400,
};

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
  text: string;
}

function boxes(layout: Layout): Box[] {
  const labels = [
    ...layout.ties.flatMap(({ label }) => label ?? []),
    ...layout.people.flatMap(({ label }) => label ?? []),
    ...layout.lanes.flatMap(({ names }) => names),
  ];
  return labels.map(box);
}

function box({ x, y, width, size, text }: Label): Box {
  // From the height of capitals to the depth of "g", of most fonts.
  return { left: x, right: x + width, top: y - size * 0.75, bottom: y + size * 0.22, text };
}

function overlapping(all: readonly Box[]): [string, string][] {
  const pairs: [string, string][] = [];
  all.forEach((one, index) => {
    for (const other of all.slice(index + 1)) {
      const across = one.left < other.right && other.left < one.right;
      if (across && one.top < other.bottom && other.top < one.bottom) {
        pairs.push([one.text, other.text]);
      }
    }
  });
  return pairs;
}

describe.each(["roomy", "tight"] satisfies Density[])("a %s layout", (density) => {
  test.each([1, 2, 3, 4])("lets no two labels overlap, at any zoom (%i)", (seed) => {
    const plan = planOf(manyTold(seed, 30, 200), KINDS, CHOICE);
    for (const pixelsPerDay of [0.05, 0.3, 4, 40]) {
      const layout = layOut(plan, { origin: plan.extent[0], pixelsPerDay }, density);
      expect(boxes(layout).length).toBeGreaterThan(20);
      expect(overlapping(boxes(layout))).toEqual([]);
    }
  });

  test.each([1, 2])("keeps every lane's things within the lane (%i)", (seed) => {
    const plan = planOf(manyTold(seed, 30, 200), KINDS, CHOICE);
    const { lanes, people, ties, height } = layOut(plan, { origin: 0, pixelsPerDay: 0.3 }, density);
    for (const { person, rail } of people) {
      const lane = lanes[person.lane];
      expect(rail.y).toBeGreaterThan(lane?.y ?? 0);
      expect(rail.y).toBeLessThanOrEqual((lane?.top ?? 0) + (lane?.height ?? 0));
    }
    for (const { tie, rail } of ties) {
      const lane = lanes[tie.lower];
      if (!rail) continue;
      expect(rail.y).toBeLessThan(lane?.y ?? 0);
      expect(rail.y).toBeGreaterThanOrEqual(lane?.top ?? 0);
    }
    expect(lanes.reduce((sum, lane) => sum + lane.height, 0)).toBe(height);
  });
});

describe("uncertainty", () => {
  const [placed] = (() => {
    const until = { start: "2014-01-01", end: "2014-07-01", grain: "day" as const };
    const history = historyOf([
      told("a", "alliance", "b", ["2013-04-08", "2013-06-11"], { until, last: "2013-12-01" }),
    ]);
    const plan = planOf(history, KINDS, CHOICE);
    return layOut(plan, { origin: 0, pixelsPerDay: 1 }, "tight").ties;
  })();

  test("a beginning that is a range has a bracket over its days", () => {
    expect(placed?.range).toEqual({ from: dayNumber("2013-04-08"), to: dayNumber("2013-06-11") });
    expect(placed?.x).toBe((dayNumber("2013-04-08") + dayNumber("2013-06-10")) / 2);
  });

  test("it holds up to the first day on which it may have ended, and is striped up to the last", () => {
    expect(placed?.rail).toMatchObject({
      to: dayNumber("2014-01-01"),
      ending: { from: dayNumber("2014-01-01"), to: dayNumber("2014-06-30") },
      tail: null,
      open: false,
    });
  });

  test("what nobody repeats is thin after the last telling, up to the day that maps drop it", () => {
    const drawn = { start: "2013-01-01", end: "2015-01-01" };
    const one = told("a", "alliance", "b", [null, "2013-01-02"], {
      last: "2013-03-01",
      faded: true,
      drawn,
    });
    const plan = planOf(historyOf([one]), KINDS, CHOICE);
    const rail = layOut(plan, { origin: 0, pixelsPerDay: 1 }, "tight").ties[0]?.rail;
    expect(rail).toMatchObject({
      to: dayNumber("2013-03-01"),
      tail: dayNumber("2014-12-31"),
      open: true,
    });
  });

  test("what happens once has an arrow, and no bracket for a stretch of time", () => {
    const split = told("a", "split", "b", ["2013-04-08", "2013-04-09"]);
    const plan = planOf(historyOf([split]), KINDS, CHOICE);
    const layout = layOut(plan, { origin: 0, pixelsPerDay: 1 }, "roomy");
    expect(layout.ties[0]).toMatchObject({ rail: null, range: null, label: null });
  });
});
