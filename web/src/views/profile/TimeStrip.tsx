import { useId } from "react";
import { PALE, useSigns } from "@/signs";
import classes from "./Profile.module.css";
import type { Line } from "./sections";
import { type Bar, barOf, type Era, placeOf, type Strip, ticksOf } from "./strip";

const WIDTH = 200;
const HEIGHT = 16;
const MIDDLE = HEIGHT / 2;
// Happenings of a day are points of this size.
const POINT_PX = 7;

interface Props {
  line: Line;
  strip: Strip;
  era: Era;
  on: string | undefined;
}

/** One line along time. It says nothing that the words beside it do not say, so screen readers pass it by. */
export function TimeStrip({ line, strip, era, on }: Props) {
  const signs = useSigns();
  const sign = signs.of(line.predicate, line.section === "events" ? "event" : "relation");
  const colour = signs.colour(sign);
  const now = placeOf(on, era, WIDTH);
  const pale = line.disputed || line.alleged;
  return (
    <svg className={classes.strip} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line x1={0} x2={WIDTH} y1={MIDDLE} y2={MIDDLE} className={classes.ground} />
      {now !== null && <line x1={now} x2={now} y1={0} y2={HEIGHT} className={classes.now} />}
      <g fill={colour} stroke={colour} opacity={pale ? PALE : 1}>
        {strip.happening ? (
          <Happening strip={strip} era={era} />
        ) : (
          <Lasting strip={strip} era={era} colour={colour} />
        )}
      </g>
    </svg>
  );
}

/** A point on its day; a hollow bar where it lies somewhere between two days. */
function Happening({ strip, era }: { strip: Strip; era: Era }) {
  const bar = barOf(strip.drawn, era, WIDTH, POINT_PX);
  if (!bar) return null;
  if (bar.to - bar.from > POINT_PX)
    return (
      <rect
        x={bar.from}
        y={MIDDLE - 3}
        width={bar.to - bar.from}
        height={6}
        fillOpacity={0.25}
        strokeDasharray="2 2"
      />
    );
  const x = (bar.from + bar.to) / 2;
  return <path d={`M${x - 4} ${MIDDLE}l4 -4l4 4l-4 4z`} stroke="none" />;
}

/** Full where it surely held, hatched where it may have, a line where no report tells of it; chevrons where it goes beyond. */
function Lasting({ strip, era, colour }: { strip: Strip; era: Era; colour: string }) {
  const hatch = useId();
  const drawn = barOf(strip.drawn, era, WIDTH);
  const sure = barOf(strip.sure, era, WIDTH, 0);
  const quiet = barOf(strip.quiet, era, WIDTH, 0);
  const open = quiet ?? drawn;
  return (
    <>
      <pattern id={hatch} width={5} height={5} patternUnits="userSpaceOnUse">
        <path d="M0 5L5 0" stroke={colour} strokeWidth={1.3} />
      </pattern>
      {quiet && <Block bar={quiet} height={2} />}
      {drawn && <Block bar={drawn} height={8} fill={`url(#${hatch})`} />}
      {sure && <Block bar={sure} height={8} />}
      {drawn && strip.earlier && (
        <path d={`M${drawn.from - 3} ${MIDDLE - 4}l-4 4l4 4`} fill="none" strokeWidth={1.5} />
      )}
      {open?.openRight && (
        <path d={`M${WIDTH + 3} ${MIDDLE - 4}l4 4l-4 4`} fill="none" strokeWidth={1.5} />
      )}
    </>
  );
}

function Block({ bar, height, fill }: { bar: Bar; height: number; fill?: string }) {
  return (
    <rect
      x={bar.from}
      y={MIDDLE - height / 2}
      width={bar.to - bar.from}
      height={height}
      fill={fill}
      stroke={fill ? undefined : "none"}
      strokeWidth={0.75}
    />
  );
}

/** The years over a column of strips. */
export function TimeAxis({ era }: { era: Era }) {
  return (
    <svg className={classes.axis} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {ticksOf(era, WIDTH, 3).map(({ x, label }) => (
        <text key={label} x={Math.min(Math.max(x, 12), WIDTH - 14)} y={12} textAnchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}
