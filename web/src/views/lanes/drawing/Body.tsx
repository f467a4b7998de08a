import { memo } from "react";
import type { Layout } from "../model/placed";
import { type Band, heightOf, isIn, WHOLE } from "../model/sight";
import { LaneLine } from "./LaneLine";
import { usePainting } from "./painting";
import { TieMark } from "./TieMark";

interface Props {
  layout: Layout;
  /** Tells this picture's gradients from those of another on the page. */
  id: string;
  /** What is drawn of it. */
  band?: Band;
}

/** Arrows and brackets, and the lines of the lanes over them. */
export const Body = memo(function Body({ layout, id, band = WHOLE }: Props) {
  return (
    <g>
      <Fades id={id} />
      {layout.ties.map((placed) => {
        const { top, bottom } = heightOf(placed);
        return isIn(band, top, bottom) ? (
          <TieMark key={placed.tie.stretch.interval.id} placed={placed} />
        ) : null;
      })}
      {layout.lanes.map((placed) =>
        isIn(band, placed.y) ? <LaneLine key={placed.lane.id} placed={placed} id={id} /> : null,
      )}
    </g>
  );
});

function Fades({ id }: { id: string }) {
  const { ink } = usePainting();
  return (
    <defs>
      {(["in", "out"] as const).map((way) => (
        <linearGradient key={way} id={`${id}-${way}`}>
          <stop offset={0} stopColor={ink.ink} stopOpacity={way === "in" ? 0 : 1} />
          <stop offset={1} stopColor={ink.ink} stopOpacity={way === "in" ? 1 : 0} />
        </linearGradient>
      ))}
    </defs>
  );
}
