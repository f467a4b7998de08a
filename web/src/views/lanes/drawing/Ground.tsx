import type { Axis } from "../model/axis";
import type { Layout } from "../model/placed";
import { usePainting } from "./painting";

interface Props {
  layout: Layout;
  axis: Axis;
  x: (day: number) => number;
  /** Of the window, in the picture's pixels. */
  left: number;
  width: number;
}

/** The paper below the lanes: every second one shaded, and the marks of time as thin lines. */
export function Ground({ layout, axis, x, left, width }: Props) {
  const { ink } = usePainting();
  const bold = new Set(axis.heads.map(({ day }) => day));
  return (
    <g>
      {layout.lanes.map(({ lane, top, height }, index) =>
        index % 2 === 1 ? (
          <rect key={lane.id} x={left} y={top} width={width} height={height} fill={ink.stripe} />
        ) : null,
      )}
      {axis.ticks.map(({ day }) => (
        <path
          key={day}
          d={`M${x(day)} 0V${layout.height}`}
          stroke={bold.has(day) ? ink.faint : ink.grid}
          strokeWidth={1}
          opacity={bold.has(day) ? 0.6 : 1}
        />
      ))}
    </g>
  );
}
