import { PALE } from "@/signs";
import type { Label } from "../model/labels";
import type { Layout } from "../model/placed";
import { isPale } from "../model/stretch";
import { pinned } from "../model/view";
import { Mark } from "./Mark";
import { usePainting } from "./painting";
import { RailLine } from "./RailLine";

interface Props {
  layout: Layout;
  /** Of the window, in the picture's pixels; labels do not leave it on the left. */
  edge: number;
}

const ROOM = 6;

/** All labels, and the leaders with their time; over everything else, each on a halo of paper. */
export function Words({ layout, edge }: Props) {
  const { ink } = usePainting();
  return (
    <g>
      {layout.ties.map(({ tie, label, rail }) => {
        if (!label || !rail) return null;
        const end = rail.tail ?? rail.ending?.to ?? rail.to;
        return (
          <Mark key={tie.stretch.interval.id} stretch={tie.stretch} second>
            <g opacity={isPale(tie.stretch) ? 0.85 : 1}>
              <Line
                label={label}
                x={pinned(label.x, label.width, end, edge + ROOM)}
                fill={ink.dim}
              />
            </g>
          </Mark>
        );
      })}
      {layout.people.map(({ person: { stretch }, label, rail }) => {
        const end = rail.tail ?? rail.ending?.to ?? rail.to;
        return (
          <g key={stretch.interval.id} opacity={isPale(stretch) ? PALE + 0.3 : 1}>
            <Mark stretch={stretch}>
              <RailLine rail={rail} colour={ink.dim} width={1.25} />
            </Mark>
            <Mark stretch={stretch} second>
              <Line
                label={label}
                x={pinned(label.x, label.width, end, edge + ROOM)}
                fill={ink.dim}
              />
            </Mark>
          </g>
        );
      })}
      {layout.lanes.map(({ lane, names, reach }) =>
        names.map((label, index) => {
          const end = names[index + 1]?.x ?? reach;
          return (
            <Line
              key={`${lane.id}:${label.text}`}
              label={label}
              x={pinned(label.x, label.width, end, edge + ROOM)}
              fill={ink.ink}
              strong
            />
          );
        }),
      )}
    </g>
  );
}

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
