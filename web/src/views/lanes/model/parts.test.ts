import { describe, expect, test } from "vitest";
import { axisOf } from "./axis";
import { dayNumber } from "./days";
import { inOrder } from "./order";
import { spread } from "./spread";
import { fitted, textWidth } from "./text";
import { packed } from "./tracks";
import { CLOSEST, panned, pinned, wholeOf, zoomed } from "./view";

describe("order", () => {
  const members = ["a", "b", "c", "d", "e"].map((id) => ({ id, name: id, first: 0 }));
  const order = (pulls: [string, string][], parents = new Map<string, string>()) =>
    inOrder(
      members,
      parents,
      pulls.map(([source, target]) => ({ source, target, weight: 1 })),
    ).map(({ id }) => id);

  test("brings together what is tied", () => {
    const places = order([
      ["a", "e"],
      ["b", "d"],
    ]);
    expect(Math.abs(places.indexOf("a") - places.indexOf("e"))).toBe(1);
    expect(Math.abs(places.indexOf("b") - places.indexOf("d"))).toBe(1);
  });

  test("never tears a family apart", () => {
    const parents = new Map([
      ["b", "a"],
      ["c", "a"],
    ]);
    const places = order([["b", "e"]], parents);
    const family = ["a", "b", "c"].map((id) => places.indexOf(id));
    expect(Math.max(...family) - Math.min(...family)).toBe(2);
    expect(Math.min(...family)).toBe(family[0]);
  });
});

describe("tracks", () => {
  test("take as few as needed, with a gap", () => {
    const rooms = [
      { from: 0, to: 10 },
      { from: 5, to: 8 },
      { from: 12, to: 20 },
      { from: 18, to: 30 },
    ];
    expect(packed(rooms, 2)).toEqual([0, 1, 0, 1]);
  });
});

describe("arrows of one day", () => {
  test("stand side by side where they share a lane", () => {
    const same = [0, 1, 2].map(() => ({ x: 100, upper: 0, lower: 3 }));
    expect([...spread(same)].sort((one, other) => one - other)).toEqual([95, 100, 105]);
  });

  test("stay where they are in different lanes", () => {
    const apart = [
      { x: 100, upper: 0, lower: 1 },
      { x: 100, upper: 2, lower: 3 },
    ];
    expect(spread(apart)).toEqual([100, 100]);
  });
});

describe("axis", () => {
  const words = (from: string, to: string, pixelsPerDay: number) => {
    const { ticks, heads } = axisOf(dayNumber(from), dayNumber(to), pixelsPerDay);
    return [ticks.map((tick) => tick.words), heads.map((head) => head.words)];
  };

  test.each([
    ["2000-01-01", "2030-01-02", 0.02, ["2000", "2010", "2020", "2030"], []],
    ["2012-11-15", "2013-03-02", 1.5, ["Dec", "Jan", "Feb", "Mar"], ["2012", "2013"]],
    ["2013-01-29", "2013-02-13", 7, ["4", "11"], ["Jan 2013", "Feb 2013"]],
  ])("from %s to %s", (from, to, pixels, ticks, heads) => {
    expect(words(from, to, pixels)).toEqual([ticks, heads]);
  });
});

describe("window", () => {
  const whole = wholeOf([0, 1000]);

  test("zooms about the day that is pointed at", () => {
    const view = zoomed(whole, whole, 2, 300);
    const share = (300 - whole.from) / (whole.to - whole.from);
    expect((300 - view.from) / (view.to - view.from)).toBeCloseTo(share);
  });

  test("never leaves the whole, nor gets nearer than three weeks", () => {
    expect(panned(zoomed(whole, whole, 4, 500), whole, 1e6).to).toBe(whole.to);
    const near = zoomed(whole, whole, 1e6, 500);
    expect(near.to - near.from).toBeCloseTo(CLOSEST);
    const far = zoomed(whole, whole, 0.01, 500);
    expect([far.from, far.to]).toEqual([whole.from, whole.to]);
  });

  test("labels are pinned to its edge as long as they fit", () => {
    expect(pinned(50, 20, 200, 0)).toBe(50);
    expect(pinned(50, 20, 200, 100)).toBe(100);
    expect(pinned(50, 20, 200, 190)).toBe(180);
    expect(pinned(50, 20, 60, 190)).toBe(50);
  });
});

describe("text", () => {
  test("is cut where it does not fit, and only there", () => {
    expect(fitted("Al Nusra Front", 11, 500)).toBe("Al Nusra Front");
    const cut = fitted("Al Nusra Front", 11, 50);
    expect(cut).toMatch(/^Al N.*…$/);
    expect(textWidth(cut, 11)).toBeLessThanOrEqual(50);
  });
});
