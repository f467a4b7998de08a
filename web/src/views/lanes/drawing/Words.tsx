import { memo } from "react";
import { PALE } from "@/signs";
import type { Label } from "../model/labels";
import type { Layout } from "../model/placed";
import { type Band, isIn, WHOLE } from "../model/sight";
import { isPale } from "../model/stretch";
import { pinned } from "../model/view";
import { Mark } from "./Mark";
import { usePainting } from "./painting";
import { endOf, RailLine } from "./RailLine";

interface Props {
  layout: Layout;
  /** Of the window, in the picture's pixels; labels do not leave it on the left. */
  edge: number;
  /** What is drawn of it. */
  band?: Band;
}

const ROOM = 6;

/** All labels, and the leaders with their time; over everything else, each on a halo of paper. */
export const Words = memo(function Words({ layout, edge, band = WHOLE }: Props) {
  const { ink, onOpen } = usePainting();
  const at = (label: Label, end: number) => pinned(label.x, label.width, end, edge + ROOM);
  return (
    <g>
      {layout.ties.map(({ tie, label, rail }) => {
        if (!label || !rail || !isIn(band, label.y)) return null;
        const { stretch } = tie;
        return (
          <Mark
            key={stretch.interval.id}
            stretch={stretch}
            second
            opacity={isPale(stretch) ? 0.85 : undefined}
          >
            <Line label={label} x={at(label, endOf(rail))} fill={ink.dim} />
          </Mark>
        );
      })}
      {layout.people.map(({ person: { stretch }, label, rail }) => {
        if (!isIn(band, rail.y)) return null;
        const end = endOf(rail);
        return (
          <Mark
            key={stretch.interval.id}
            stretch={stretch}
            opacity={isPale(stretch) ? PALE + 0.3 : undefined}
          >
            <RailLine rail={rail} colour={ink.dim} width={1.25} />
            {onOpen && (
              <path d={`M${rail.from} ${rail.y}H${end}`} stroke="transparent" strokeWidth={9} />
            )}
            {label ? (
              <Line label={label} x={at(label, end)} fill={ink.dim} />
            ) : (
              <circle cx={rail.from} cy={rail.y} r={2} fill={ink.dim} />
            )}
          </Mark>
        );
      })}
      {layout.lanes.map(({ lane, y, names, reach }) =>
        names.map((label, index) => {
          if (!isIn(band, y)) return null;
          const end = names[index + 1]?.x ?? reach;
          return (
            <Line
              key={`${lane.id}:${label.text}`}
              label={label}
              x={at(label, end)}
              fill={ink.ink}
              strong
            />
          );
        }),
      )}
    </g>
  );
});

function Line({
  label,
  x,
  fill,
  strong,
}: {
  label: Label;
  x: number;
  fill: string;
  strong?: boolean;
}) {
  const { ink } = usePainting();
  return (
    <text
      x={x}
      y={label.y}
      fontSize={label.size}
      fontWeight={strong ? 600 : 400}
      fill={fill}
      stroke={ink.paper}
      strokeWidth={3}
      strokeLinejoin="round"
      paintOrder="stroke"
      style={{ unicodeBidi: "isolate" }}
    >
      {label.text}
    </text>
  );
}
