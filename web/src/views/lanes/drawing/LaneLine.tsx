import { memo } from "react";
import type { PlacedLane } from "../model/placed";
import { Mark } from "./Mark";
import { usePainting } from "./painting";

// Pixels over which a line fades at an end that no report names.
const FADE = 16;

/** The line of a group: full while it is told of, fading where nobody says when it began or ended. */
export const LaneLine = memo(function LaneLine({ placed, id }: { placed: PlacedLane; id: string }) {
  const { ink } = usePainting();
  const { y, from, to, reach, birth, lane } = placed;
  const born = lane.edges.start.born;
  return (
    <g>
      {!born && <rect x={from - FADE} y={y - 2} width={FADE} height={4} fill={`url(#${id}-in)`} />}
      {reach > to + FADE && (
        <path
          d={`M${to + FADE} ${y}H${reach}`}
          stroke={ink.faint}
          strokeWidth={1.5}
          strokeDasharray="1.5 4"
        />
      )}
      <rect x={to} y={y - 2} width={FADE} height={4} fill={`url(#${id}-out)`} />
      <rect x={from} y={y - 2} width={Math.max(to - from, 1)} height={4} fill={ink.ink} />
      {to - from < 3 && !born && <circle cx={from} cy={y} r={3.5} fill={ink.ink} />}
      {birth && (
        <path
          d={`M${birth.from} ${y}H${birth.to}`}
          stroke={ink.ink}
          strokeWidth={4}
          strokeDasharray="1.5 2.5"
        />
      )}
      {born && (
        <circle cx={from} cy={y} r={4.5} fill={ink.paper} stroke={ink.ink} strokeWidth={2} />
      )}
      <Renamings placed={placed} />
    </g>
  );
});

/** Where a name ended and the next began. */
function Renamings({ placed: { lane, names, y } }: { placed: PlacedLane }) {
  const { ink, signOf, colourOf } = usePainting();
  return lane.body.names.map(({ actor, by }, index) => {
    const x = names[index]?.x;
    if (!by || x === undefined) return null;
    const colour = colourOf(signOf(by.kind.predicate));
    return (
      <Mark key={actor.id} stretch={by}>
        <path
          d={`M${x} ${y - 6}l5 6l-5 6l-5 -6z`}
          fill={colour}
          stroke={ink.paper}
          strokeWidth={1.5}
        />
      </Mark>
    );
  });
}
