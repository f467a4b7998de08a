/** The shape of a node says what kind of actor it is; the same table is drawn on the screen and into files. */
import type { Kind } from "./scene";

/** solid: full; hollow: a border; ringed: full, with a border around. */
export type Fill = "solid" | "hollow" | "ringed";
export const FILLS: readonly Fill[] = ["solid", "hollow", "ringed"];

export interface Shape {
  /** Corners; 0 is a circle. */
  sides: number;
  /** Where the middle of the first side looks, in radians from the right, counter-clockwise. */
  turn: number;
  /** From the centre to the middle of a side, in radii of the node: chosen so that all shapes look equally large. */
  apothem: number;
  fill: Fill;
}

const CIRCLE = { sides: 0, turn: 0, apothem: 1 };
const HEXAGON = { sides: 6, turn: Math.PI / 6, apothem: 0.95 };
const DIAMOND = { sides: 4, turn: Math.PI / 4, apothem: 0.88 };
const TRIANGLE = { sides: 3, turn: Math.PI / 6, apothem: 0.66 };
const SQUARE = { sides: 4, turn: 0, apothem: 0.85 };

export const SHAPES: Record<Kind, Shape> = {
  "armed-group": { ...CIRCLE, fill: "solid" },
  coalition: { ...CIRCLE, fill: "ringed" },
  population: { ...CIRCLE, fill: "hollow" },
  state: { ...HEXAGON, fill: "ringed" },
  government: { ...HEXAGON, fill: "hollow" },
  military: { ...HEXAGON, fill: "solid" },
  intergovernmental: { ...DIAMOND, fill: "ringed" },
  party: { ...DIAMOND, fill: "solid" },
  organisation: { ...DIAMOND, fill: "hollow" },
  media: { ...TRIANGLE, fill: "hollow" },
  person: { ...TRIANGLE, fill: "solid" },
  place: { ...SQUARE, fill: "hollow" },
};

/** The corners around a centre, on a page whose y runs down; none for a circle. */
export function corners({ sides, turn, apothem }: Shape, radius: number): [number, number][] {
  const reach = (apothem * radius) / Math.cos(Math.PI / Math.max(sides, 3));
  return Array.from({ length: sides }, (_, number) => {
    const angle = turn + ((2 * number + 1) * Math.PI) / sides;
    return [reach * Math.cos(angle), -reach * Math.sin(angle)];
  });
}
