import { BORDER } from "./paint";
import type { Kind } from "./scene";
import { corners, SHAPES } from "./shapes";

const SIZE = 18;
const RADIUS = 6.5;

/** The shape that a kind of node is drawn with, in the colour of the text. It says nothing by itself. */
export function NodeMark({ kind }: { kind: Kind }) {
  const shape = SHAPES[kind];
  const outline = (radius: number, fill: string) => {
    if (shape.sides === 0) return <circle r={radius} fill={fill} />;
    const points = corners(shape, radius).map((corner) => corner.join());
    return <polygon points={points.join(" ")} fill={fill} />;
  };
  const box = `${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`;
  return (
    <svg width={SIZE} height={SIZE} viewBox={box} aria-hidden="true">
      {outline(RADIUS, "currentColor")}
      {shape.fill !== "solid" && outline(RADIUS - BORDER, "var(--mantine-color-body)")}
      {shape.fill === "ringed" && outline(RADIUS - 2 * BORDER, "currentColor")}
    </svg>
  );
}
