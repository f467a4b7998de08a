import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { dayWords, plusDays } from "@/words";
import classes from "./DayRange.module.css";
import { type Bar, dayAt, earlier, later, type Span, shareOf, yearTicks } from "./scale";

interface Props {
  /** What is chosen by it; read out by screen readers: "Days of the map". */
  label: string;
  /** All days that can be chosen. */
  all: Span;
  value: Span;
  /** Days were chosen; once, when the pointer or the key is let go. */
  onChange: (value: Span) => void;
  bars?: readonly Bar[];
  height?: number;
}

type Held = { end: "first" | "last" | "new"; from: string };

/** Two days on a line, over a histogram where there is one: drag an end, drag over the line anew, or use the arrow keys. */
export function DayRange({ label, all, value, onChange, bars = [], height = 44 }: Props) {
  const { ref, width } = useElementSize();
  const line = useRef<HTMLDivElement>(null);
  const held = useRef<Held | null>(null);
  const [moved, setMoved] = useState<Span | null>(null);
  const shown = moved ?? value;
  const dayOfPointer = (event: PointerEvent) => {
    const box = line.current?.getBoundingClientRect();
    return dayAt(box?.width ? (event.clientX - box.left) / box.width : 0, all);
  };
  const grasp = (end: Held["end"]) => (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    line.current?.setPointerCapture(event.pointerId);
    held.current = { end, from: dayOfPointer(event) };
  };
  const move = (event: PointerEvent) => {
    if (held.current) setMoved(dragged(held.current, dayOfPointer(event), shown));
  };
  const drop = () => {
    held.current = null;
    if (moved) onChange(moved);
    setMoved(null);
  };
  const left = shareOf(shown.first, all) * 100;
  const right = shareOf(plusDays(shown.last, 1), all) * 100;
  return (
    <fieldset className={classes.range} aria-label={label}>
      <div
        ref={line}
        className={classes.line}
        style={{ height }}
        onPointerDown={grasp("new")}
        onPointerMove={move}
        onPointerUp={drop}
        onPointerCancel={drop}
      >
        <div ref={ref} className={classes.bars} aria-hidden="true">
          <Bars bars={bars} all={all} width={width} height={height} />
        </div>
        <div className={classes.out} style={{ left: 0, width: `${left}%` }} />
        <div className={classes.out} style={{ left: `${right}%`, right: 0 }} />
        <div className={classes.in} style={{ left: `${left}%`, right: `${100 - right}%` }} />
        {(["first", "last"] as const).map((end) => (
          <div
            key={end}
            role="slider"
            tabIndex={0}
            className={classes.end}
            style={{ left: `${end === "first" ? left : right}%` }}
            aria-label={`${label}: ${end === "first" ? "from" : "to"}`}
            aria-valuemin={0}
            aria-valuemax={1000}
            aria-valuenow={Math.round(shareOf(shown[end], all) * 1000)}
            aria-valuetext={dayWords(shown[end])}
            onPointerDown={grasp(end)}
            onKeyDown={(event) => {
              const next = stepped(event, end, shown, all);
              if (next) onChange(next);
            }}
          />
        ))}
      </div>
      <div className={classes.ticks} aria-hidden="true">
        {yearTicks(all, Math.max(2, width / 60)).map((day) => (
          <span key={day} style={{ left: `${shareOf(day, all) * 100}%` }}>
            {day.slice(0, 4)}
          </span>
        ))}
      </div>
    </fieldset>
  );
}

/** The span while a pointer is at a day; ends that cross change places. */
export function dragged({ end, from }: Held, day: string, now: Span): Span {
  const other = end === "new" ? from : end === "first" ? now.last : now.first;
  return day < other ? { first: day, last: other } : { first: other, last: day };
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -30,
  PageUp: 30,
};

/** The span after a key on one of its ends: arrows move a day, with Shift a week, page keys 30 days. */
function stepped(event: KeyboardEvent, end: "first" | "last", now: Span, all: Span): Span | null {
  const days = (STEPS[event.key] ?? 0) * (event.shiftKey ? 7 : 1);
  const edge = { Home: all.first, End: all.last }[event.key];
  if (!days && !edge) return null;
  event.preventDefault();
  const [least, most] = end === "first" ? [all.first, now.last] : [now.first, all.last];
  const wanted = edge ?? plusDays(now[end], days);
  return { ...now, [end]: earlier(later(least, wanted), most) };
}

interface BarsProps {
  bars: readonly Bar[];
  all: Span;
  width: number;
  height: number;
}

/** Full for events of these days, hatched for those that may have been earlier. */
function Bars({ bars, all, width, height }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ events }) => events));
  const tall = (events: number) => (events / most) * (height - 4);
  return (
    <svg width={width} height={height} className={classes.svg} aria-hidden="true">
      <defs>
        <pattern
          id="perhaps-earlier"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line y2="4" stroke="currentColor" strokeWidth="2" />
        </pattern>
      </defs>
      {bars.map(({ start, end, events, uncertain }) => {
        const x = shareOf(start, all) * width;
        const wide = Math.max(1.5, (shareOf(end, all) - shareOf(start, all)) * width - 1);
        const sure = tall(events - uncertain);
        return (
          <g key={start}>
            <rect x={x} y={height - sure} width={wide} height={sure} fill="currentColor" />
            <rect
              x={x}
              y={height - tall(events)}
              width={wide}
              height={tall(uncertain)}
              fill="url(#perhaps-earlier)"
            />
          </g>
        );
      })}
    </svg>
  );
}
