import { memo } from "react";
import { PALE, type Sign } from "@/signs";
import type { PlacedTie } from "../model/placed";
import { isPale } from "../model/stretch";
import classes from "./Lanes.module.css";
import { Mark } from "./Mark";
import { usePainting } from "./painting";
import { endOf, RailLine } from "./RailLine";

/** A relation between two lanes: an arrow at its day, a bracket for as long as it lasts. */
export const TieMark = memo(function TieMark({ placed }: { placed: PlacedTie }) {
  const { signOf, colourOf, onOpen } = usePainting();
  const { rail } = placed;
  const { stretch } = placed.tie;
  const sign = signOf(stretch.kind.predicate);
  const colour = colourOf(sign);
  return (
    <Mark stretch={stretch} opacity={isPale(stretch) ? PALE : undefined}>
      {onOpen && rail && <Band placed={placed} colour={colour} />}
      <Upright placed={placed} sign={sign} colour={colour} />
      {placed.range && <Range placed={placed} colour={colour} />}
      {rail && <RailLine rail={rail} colour={colour} dash={sign.dash} width={2} />}
      {rail && stretch.end && (
        <path
          d={`M${rail.ending?.to ?? rail.to} ${rail.y}V${Math.min(placed.y0, placed.y1)}`}
          stroke={colour}
          strokeWidth={1}
          opacity={0.5}
        />
      )}
      <Ends placed={placed} sign={sign} colour={colour} />
      {onOpen && <path d={reachOf(placed)} stroke="transparent" strokeWidth={8} fill="none" />}
    </Mark>
  );
});

/** Where it can be pointed at: beside its lines, too. */
function reachOf({ x, y0, y1, rail }: PlacedTie): string {
  const along = rail ? `M${x} ${rail.y}H${endOf(rail)}` : "";
  return `M${x} ${y0}V${y1}${along}`;
}

interface Part {
  placed: PlacedTie;
  colour: string;
}

/** All days between both lanes; shown while it is pointed at. */
function Band({ placed, colour }: Part) {
  const { rail, x } = placed;
  if (!rail) return null;
  const [top, bottom] = [Math.min(placed.y0, placed.y1), Math.max(placed.y0, placed.y1)];
  return (
    <rect
      className={classes.band}
      x={x}
      y={top}
      width={Math.max(endOf(rail) - x, 2)}
      height={bottom - top}
      fill={colour}
    />
  );
}

function Upright({ placed, sign, colour }: Part & { sign: Sign }) {
  const { x, y0, y1, tie } = placed;
  // Where only a day is known by which it was so, the arrow is thinner than where it began.
  const told = tie.stretch.begin.first === null;
  const width = told ? 1 : 1.75;
  return (
    <path
      d={`M${x} ${y0}V${y1}`}
      stroke={colour}
      strokeWidth={width}
      strokeDasharray={sign.dash.join(" ") || undefined}
      opacity={told ? 0.7 : undefined}
    />
  );
}

/** The days among which the true one lies. */
function Range({ placed, colour }: Part) {
  const { range, y0, y1 } = placed;
  if (!range || range.from === null) return null;
  const y = y0 + (y1 > y0 ? 7 : -7);
  return (
    <path
      d={`M${range.from} ${y - 3}v6m0 -3H${range.to}m0 -3v6`}
      stroke={colour}
      strokeWidth={1.25}
      fill="none"
    />
  );
}

/** A dot where it comes from, and the head of its arrow. */
function Ends({ placed, sign, colour }: Part & { sign: Sign }) {
  const { x, y0, y1 } = placed;
  const middle = sign.arrow === "none";
  const down = y1 > y0;
  const y = middle ? (y0 + y1) / 2 : y1 + (down ? -2 : 2);
  // With its outline as large as a dot of 2.5 pixels.
  const dot = `M${x - 1.9} ${y0}a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0 -3.8 0`;
  return (
    <path
      d={dot + headOf(sign.head, x, y, down)}
      fill={colour}
      stroke={colour}
      strokeWidth={1.25}
    />
  );
}

/** The same shapes as a sign's in the legend, turned to point up or down. */
function headOf(head: Sign["head"], x: number, y: number, down: boolean): string {
  const back = down ? -1 : 1;
  switch (head) {
    case "triangle":
      return `M${x} ${y}l-4 ${8 * back}h8z`;
    case "diamond":
      return `M${x} ${y}l-4 ${4.5 * back}l4 ${4.5 * back}l4 ${-4.5 * back}z`;
    case "bar":
      return `M${x - 4.5} ${y - 2}h9m-9 4h9`;
    case "circle":
      return `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`;
    default:
      return "";
  }
}
