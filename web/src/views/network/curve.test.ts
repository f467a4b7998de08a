import { describe, expect, test } from "vitest";
import { angleAt, curveBetween, distanceTo, part, pointAt } from "./curve";

const LEFT = { x: 0, y: 0, radius: 10 };
const RIGHT = { x: 200, y: 0, radius: 20 };

function between(bend: number) {
  const curve = curveBetween(LEFT, RIGHT, bend);
  if (!curve) throw new Error("these two do not touch");
  return curve;
}

describe("a line between two nodes", () => {
  test("runs from border to border", () => {
    const { from, to } = between(0);
    expect(from.x).toBeCloseTo(12, 0);
    expect(to.x).toBeCloseTo(178, 0);
  });

  test("bends to one side or the other", () => {
    expect(pointAt(between(1), 0.5).y).toBeGreaterThan(10);
    expect(pointAt(between(-1), 0.5).y).toBeLessThan(-10);
  });

  test("with the same bend seen from the other end lies on the other side", () => {
    const back = curveBetween(RIGHT, LEFT, 1);
    expect(back && pointAt(back, 0.5).y).toBeLessThan(-10);
  });

  test("is not there between nodes that touch", () => {
    expect(curveBetween(LEFT, { x: 25, y: 0, radius: 20 }, 0)).toBeNull();
  });

  test("is near to what lies on it and far from what does not", () => {
    const curve = between(1);
    expect(distanceTo(curve, pointAt(curve, 0.3))).toBeLessThan(1);
    expect(distanceTo(curve, { x: 100, y: -40 })).toBeGreaterThan(50);
  });

  test("runs along its tangent", () => {
    expect(angleAt(between(0), 0.5)).toBeCloseTo(0);
  });

  test("in part lies on the whole", () => {
    const whole = between(1);
    expect(pointAt(part(whole, 0.2, 0.7), 0)).toEqual(pointAt(whole, 0.2));
    expect(distanceTo(whole, pointAt(part(whole, 0.2, 0.7), 0.5))).toBeLessThan(0.5);
  });
});
