import { expect, test } from "vitest";
import { layOut } from "./layout";
import { KINDS, manyTold } from "./made";
import { planOf } from "./plan";
import { bandAt, heightOf, isIn, WHOLE } from "./sight";
import { stopsOf } from "./stops";

test("where nobody knows how much is in sight, all is drawn", () => {
  expect(bandAt(0, 0, { top: 0, bottom: 10 })).toEqual(WHOLE);
});

test("what is in sight is drawn, and some more on both sides; a short way on it is still the same", () => {
  const first = bandAt(1000, 400, WHOLE);
  expect(first.top).toBeLessThan(1000);
  expect(first.bottom).toBeGreaterThan(1400);
  expect(bandAt(1040, 400, first)).toBe(first);
  const further = bandAt(1400, 400, first);
  expect(further.bottom).toBeGreaterThan(1800);
  // Nor does it grow with every way that is gone.
  expect(bandAt(1400, 200, further).bottom).toBeLessThan(further.bottom);
});

test("an arrow that only passes through is drawn, too", () => {
  const band = { top: 100, bottom: 200 };
  const { top, bottom } = heightOf({ y0: 500, y1: 20, rail: null });
  expect(isIn(band, top, bottom)).toBe(true);
  expect(isIn(band, 300)).toBe(false);
});

test("keys step through all marks in the order of time, whether drawn or not", () => {
  const choice = { persons: false, only: [], neighbours: false, folded: new Set<string>() };
  const kinds = new Set(KINDS.keys());
  const plan = planOf(manyTold(7, 30, 200), KINDS, { ...choice, kinds, most: 60, mostTies: 400 });
  const layout = layOut(plan, { origin: plan.extent[0], pixelsPerDay: 0.2 }, "tight");
  const stops = stopsOf(layout);
  const days = stops.map(({ day }) => day);
  expect(days).toEqual([...days].sort((one, other) => one - other));
  expect(new Set(stops.map(({ id }) => id)).size).toBe(stops.length);
  expect(stops.length).toBeGreaterThanOrEqual(plan.ties.length + plan.people.length);
});
