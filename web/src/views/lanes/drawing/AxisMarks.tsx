import type { Axis } from "../model/axis";
import { usePainting } from "./painting";

export const AXIS_HEIGHT = 34;

interface Props {
  axis: Axis;
  x: (day: number) => number;
  width: number;
}

/** The words of the time axis: years (or months) above, what divides them below. */
export function AxisMarks({ axis, x, width }: Props) {
  const { ink } = usePainting();
  const heads = axis.heads.map((head) => ({ ...head, at: x(head.day) }));
  return (
    <g fontSize={11} fill={ink.dim}>
      {heads.map(({ day, words, at }, index) => {
        const room = (heads[index + 1]?.at ?? width) - at;
        return (
          room > words.length * 7 && (
            <text key={day} x={at + 5} y={13} fontWeight={600} fill={ink.ink}>
              {words}
            </text>
          )
        );
      })}
      {axis.ticks.map(({ day, words }) => (
        <g key={day}>
          <path d={`M${x(day)} ${AXIS_HEIGHT - 5}v5`} stroke={ink.faint} />
          <text x={x(day) + 4} y={AXIS_HEIGHT - 7}>
            {words}
          </text>
        </g>
      ))}
      <path d={`M0 ${AXIS_HEIGHT - 0.5}H${width}`} stroke={ink.grid} />
    </g>
  );
}
