import { type KeyboardEvent, memo, type PointerEvent, useRef } from "react";
import { dayWords } from "@/words";
import { axisOf } from "../model/axis";
import { isoOfDay } from "../model/days";
import type { Plan } from "../model/plan";
import { extentOf } from "../model/stretch";
import { CLOSEST, kept, panned, type View } from "../model/view";
import classes from "./Lanes.module.css";
import { usePainting } from "./painting";

interface Props {
  plan: Plan;
  whole: View;
  view: View;
  width: number;
  onView: (view: View) => void;
}

const HEIGHT = 46;
const STRIP = 30;
const GRIP = 5;
type Held = "from" | "to" | "all";

/** All the time there is, small; what is in view is framed, and can be moved and stretched. */
export function Overview({ plan, whole, view, width, onView }: Props) {
  const { ink } = usePainting();
  const held = useRef<{ part: Held; day: number; view: View } | null>(null);
  const pixels = width / (whole.to - whole.from);
  const x = (day: number) => (day - whole.from) * pixels;
  const dayAt = (event: PointerEvent<SVGSVGElement>) =>
    whole.from + (event.clientX - event.currentTarget.getBoundingClientRect().left) / pixels;
  const grab = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const day = dayAt(event);
    const part = partAt(day, view, GRIP / pixels);
    const from = part ? view : centred(day, view, whole);
    if (!part) onView(from);
    held.current = { part: part ?? "all", day, view: from };
  };
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    if (!held.current) return;
    const { part, day, view: from } = held.current;
    onView(moved(from, whole, part, dayAt(event) - day));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset of HTML is no drawing.
    <svg
      className={classes.overview}
      width={width}
      height={HEIGHT}
      role="group"
      aria-label="All the time there is"
      onPointerDown={grab}
      onPointerMove={drag}
      onPointerUp={() => {
        held.current = null;
      }}
    >
      <rect width={width} height={STRIP} fill={ink.stripe} stroke={ink.grid} />
      <Traces plan={plan} from={whole.from} pixels={pixels} />
      {axisOf(whole.from, whole.to, pixels).ticks.map(({ day, words }) => (
        <text key={day} x={x(day) + 3} y={HEIGHT - 4} fontSize={10} fill={ink.dim}>
          {words}
        </text>
      ))}
      <rect x={0} width={Math.max(x(view.from), 0)} height={STRIP} fill={ink.paper} opacity={0.7} />
      <rect
        x={x(view.to)}
        width={Math.max(width - x(view.to), 0)}
        height={STRIP}
        fill={ink.paper}
        opacity={0.7}
      />
      <rect
        x={x(view.from)}
        width={Math.max(x(view.to) - x(view.from), 1)}
        height={STRIP}
        fill="none"
        stroke={ink.dim}
      />
      {(["from", "to"] as const).map((end) => (
        <Grip key={end} end={end} x={x(view[end])} {...{ view, whole, onView }} />
      ))}
    </svg>
  );
}

interface TracesProps {
  plan: Plan;
  from: number;
  pixels: number;
}

/** One thin line a lane, and a dot a beginning. */
const Traces = memo(function Traces({ plan, from, pixels }: TracesProps) {
  const { ink } = usePainting();
  const step = (STRIP - 6) / Math.max(plan.lanes.length, 1);
  const x = (day: number) => (day - from) * pixels;
  const y = (lane: number) => 3 + step * (lane + 0.5);
  const lines = plan.lanes.map(({ edges: { start, told } }, index) => {
    const end = Math.max(x(told), x(start.at) + 1);
    return `M${x(start.at)} ${y(index)}H${end}`;
  });
  // A length of nothing with round ends is a dot.
  const dots = plan.ties.map(({ stretch, lower }) => `M${x(extentOf(stretch)[0])} ${y(lower)}h0`);
  return (
    <g>
      <path
        d={lines.join("")}
        stroke={ink.faint}
        strokeWidth={Math.max(0.75, Math.min(step * 0.5, 2))}
      />
      <path d={dots.join("")} stroke={ink.dim} strokeWidth={2.4} strokeLinecap="round" />
    </g>
  );
});

interface GripProps {
  end: "from" | "to";
  x: number;
  view: View;
  whole: View;
  onView: (view: View) => void;
}

function Grip({ end, x, view, whole, onView }: GripProps) {
  const { ink } = usePainting();
  const press = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    onView(moved(view, whole, end, (way * (view.to - view.from)) / 20));
  };
  return (
    <rect
      className={classes.handle}
      role="slider"
      tabIndex={0}
      aria-label={end === "from" ? "First day in view" : "Last day in view"}
      aria-valuemin={Math.floor(whole.from)}
      aria-valuemax={Math.ceil(whole.to)}
      aria-valuenow={Math.round(view[end])}
      aria-valuetext={dayWords(isoOfDay(view[end]))}
      x={x - 3}
      y={6}
      width={6}
      height={STRIP - 12}
      rx={2}
      fill={ink.dim}
      onKeyDown={press}
    />
  );
}

function partAt(day: number, view: View, grip: number): Held | null {
  if (Math.abs(day - view.from) <= grip) return "from";
  if (Math.abs(day - view.to) <= grip) return "to";
  return day > view.from && day < view.to ? "all" : null;
}

function centred(day: number, view: View, whole: View): View {
  const half = (view.to - view.from) / 2;
  return kept({ from: day - half, to: day + half }, whole);
}

function moved(view: View, whole: View, part: Held, days: number): View {
  if (part === "all") return panned(view, whole, days);
  const from = part === "from" ? Math.min(view.from + days, view.to - CLOSEST) : view.from;
  const to = part === "to" ? Math.max(view.to + days, view.from + CLOSEST) : view.to;
  return { from: Math.max(from, whole.from), to: Math.min(to, whole.to) };
}
