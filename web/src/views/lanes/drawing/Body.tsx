import { memo } from "react";
import type { Layout } from "../model/placed";
import { LaneLine } from "./LaneLine";
import { usePainting } from "./painting";
import { TieMark } from "./TieMark";

interface Props {
  layout: Layout;
  /** Tells this picture's gradients from those of another on the page. */
  id: string;
}

/** Arrows and brackets, and the lines of the lanes over them. */
export const Body = memo(function Body({ layout, id }: Props) {
  const fades = { in: `${id}-in`, out: `${id}-out` };
  return (
    <g>
      <Fades {...fades} />
      {layout.ties.map((placed) => (
        <TieMark key={placed.tie.stretch.interval.id} placed={placed} />
      ))}
      {layout.lanes.map((placed) => (
        <LaneLine key={placed.lane.id} placed={placed} fades={fades} />
      ))}
    </g>
  );
});

function Fades(ids: { in: string; out: string }) {
  const { ink } = usePainting();
  return (
    <defs>
      {(["in", "out"] as const).map((way) => (
        <linearGradient key={way} id={ids[way]}>
          <stop offset={0} stopColor={ink.ink} stopOpacity={way === "in" ? 0 : 1} />
          <stop offset={1} stopColor={ink.ink} stopOpacity={way === "in" ? 1 : 0} />
        </linearGradient>
      ))}
    </defs>
  );
}
