import { describe, expect, it } from "vitest";
import type { Family } from "./family";
import { COLOURS, GROUND, type Scheme } from "./palette";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

// Machado, Oliveira and Fernandes (2009), table 1, severity 1.0; linear RGB.
const SIGHTS: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
// Of OKLab: three times what is just seen side by side (some 0.02), and again as much for thin lines apart.
const LEAST_DISTANCE = 0.12;
// WCAG 2.2, 1.4.11, for what has to be seen to understand a picture.
const LEAST_CONTRAST = 3;
// Events are points and rows, never lines among lines.
const LINES: Family[] = ["friend", "foe", "belonging", "change", "neutral"];

function linear(hex: string): Triple {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function times(matrix: Matrix, [r, g, b]: Triple): Triple {
  const row = ([x, y, z]: Triple) => x * r + y * g + z * b;
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])];
}

/** Björn Ottosson's OKLab, from linear RGB. */
function oklab(rgb: Triple): Triple {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb.map((part) => Math.min(1, Math.max(0, part))) as unknown as Triple,
  ).map(Math.cbrt) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function distance(one: string, other: string, sight: Matrix): number {
  const [a, b] = [one, other].map((hex) => oklab(times(sight, linear(hex)))) as [Triple, Triple];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function contrast(one: string, other: string): number {
  const [a, b] = [one, other].map((hex) => {
    const [r, g, blue] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * blue + 0.05;
  }) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

describe.each<Scheme>(["light", "dark"])("the colours in the %s", (scheme) => {
  const colours = COLOURS[scheme];

  it.each(Object.entries(SIGHTS))("are told apart by %s sight", (_, sight) => {
    const pairs = LINES.flatMap((one, at) => LINES.slice(at + 1).map((other) => [one, other]));
    const alike = pairs.filter(
      ([one, other]) =>
        distance(colours[one as Family], colours[other as Family], sight) < LEAST_DISTANCE,
    );
    expect(alike).toEqual([]);
  });

  it.each(Object.keys(colours) as Family[])("stand out on their ground: %s", (family) => {
    expect(contrast(colours[family], GROUND[scheme])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});
