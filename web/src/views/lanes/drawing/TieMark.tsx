import { PALE, type Sign } from "@/signs";
import type { PlacedTie } from "../model/placed";
import { isPale } from "../model/stretch";
import classes from "./Lanes.module.css";
import { Mark } from "./Mark";
import { usePainting } from "./painting";
import { RailLine } from "./RailLine";

/** A relation between two lanes: an arrow at its day, a bracket for as long as it lasts. */
export function TieMark({ placed }: { placed: PlacedTie }) {
  const { signOf, colourOf, onOpen } = usePainting();
  const { tie, x, rail } = placed;
  const { stretch } = tie;
  const sign = signOf(stretch.kind.predicate);
  const colour = colourOf(sign);
  return (
    <Mark stretch={stretch}>
      <g opacity={isPale(stretch) ? PALE : 1} fill="none">
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
        <Head placed={placed} sign={sign} colour={colour} />
        <circle cx={x} cy={placed.y0} r={2.5} fill={colour} />
      </g>
    </Mark>
  );
}

interface Part {
  placed: PlacedTie;
  colour: string;
}

/** All days between both lanes; shown while it is pointed at. */
function Band({ placed, colour }: Part) {
  const { rail, x } = placed;
  if (!rail) return null;
  const end = rail.tail ?? rail.ending?.to ?? rail.to;
  const [top, bottom] = [Math.min(placed.y0, placed.y1), Math.max(placed.y0, placed.y1)];
  return (
    <rect
      className={classes.band}
      x={x}
      y={top}
      width={Math.max(end - x, 2)}
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
    <>
      <path
        d={`M${x} ${y0}V${y1}`}
        stroke={colour}
        strokeWidth={width}
        strokeDasharray={sign.dash.join(" ") || undefined}
        opacity={told ? 0.7 : 1}
      />
      <path d={`M${x} ${y0}V${y1}`} stroke="transparent" strokeWidth={7} />
    </>
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
    />
  );
}

function Head({ placed, sign, colour }: Part & { sign: Sign }) {
  const { x, y0, y1 } = placed;
  const middle = sign.arrow === "none";
  const down = y1 > y0;
  const y = middle ? (y0 + y1) / 2 : y1 + (down ? -2 : 2);
  return (
    <path d={headOf(sign.head, x, y, down)} fill={colour} stroke={colour} strokeWidth={1.25} />
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
