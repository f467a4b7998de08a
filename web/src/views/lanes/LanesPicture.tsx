import { ActionIcon, Group, Text } from "@mantine/core";
import { IconArrowsHorizontal, IconMinus, IconPlus } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  memo,
  type ReactNode,
  useCallback,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import type { Scheme, Sign } from "@/signs";
import { count, dayWords } from "@/words";
import { AXIS_HEIGHT, AxisMarks } from "./drawing/AxisMarks";
import { Body } from "./drawing/Body";
import { Ground } from "./drawing/Ground";
import { Hint, type Pointed } from "./drawing/Hint";
import { FONT, inkOf } from "./drawing/ink";
import classes from "./drawing/Lanes.module.css";
import { Names } from "./drawing/Names";
import { Overview } from "./drawing/Overview";
import { type Painting, PaintingContext } from "./drawing/painting";
import { toMark } from "./drawing/steps";
import { type Sight, useSight } from "./drawing/useSight";
import { NEARER, useWindow } from "./drawing/useWindow";
import { Words } from "./drawing/Words";
import { axisOf } from "./model/axis";
import { dayNumber } from "./model/days";
import { type Density, layOut } from "./model/layout";
import type { Layout } from "./model/placed";
import type { History, Plan } from "./model/plan";
import { stopsOf } from "./model/stops";
import type { Stretch } from "./model/stretch";
import { stretchWords, titleOf } from "./model/words";

export interface LanesPictureProps {
  history: History;
  /** What of the history is drawn: `planOf(history, kinds, choice)`. */
  plan: Plan;
  scheme: Scheme;
  signOf: (predicate: string) => Sign;
  colourOf: (sign: Sign) => string;
  /** A day in ISO 8601 that is marked by an upright line. */
  day?: string;
  /** What lies beside the buttons for zooming. */
  bar?: ReactNode;
  /** Shows what a part of the picture rests on. */
  onEvidence: (claimIds: readonly string[], title: string) => void;
  onActor: (id: string) => void;
  onFocus: (id: string) => void;
  onFold: (id: string) => void;
}

// More lanes than these are drawn tight, without labels on brackets.
const ROOMY = 14;
const NARROW = 560;
// Until it is known how wide it may be.
const NOTHING: Layout = { lanes: [], ties: [], people: [], height: 0 };

/** Groups along time, one lane each: what they were called, who led them, and how they stood to each other. */
export const LanesPicture = memo(function LanesPicture(props: LanesPictureProps) {
  const { plan, day, bar, onActor, onFocus, onFold } = props;
  const area = useRef<HTMLDivElement>(null);
  const sight = useSight(area);
  const whole = sight.width ?? 0;
  const names = whole > 0 && whole < NARROW ? 112 : 208;
  const width = Math.max(whole - names, 120);
  const time = useWindow(plan.extent, area, { width, inset: names });
  const { view } = time;
  const pixelsPerDay = width / (view.to - view.from);
  const density: Density = plan.lanes.length > ROOMY ? "tight" : "roomy";
  const origin = plan.extent[0];
  const measured = sight.width !== null;
  const layout = useMemo(
    () => (measured ? layOut(plan, { origin, pixelsPerDay }, density) : NOTHING),
    [measured, plan, origin, pixelsPerDay, density],
  );
  const { painting, pointed } = usePaint(props);
  const id = useId();
  const x = (at: number) => (at - origin) * pixelsPerDay;
  const left = x(view.from);
  const axis = axisOf(view.from, view.to, pixelsPerDay);
  const line = day === undefined ? null : lineAt(x(dayNumber(day)) - left, width);
  const { ink } = painting;
  return (
    <PaintingContext value={painting}>
      <div
        className={classes.picture}
        style={{ "--names": `${names}px`, "--paper": ink.paper, "--stripe": ink.stripe } as object}
      >
        <Group gap="xs" justify="space-between" data-print="no">
          {bar}
          <Zooming zoom={time.zoom} all={time.all} />
        </Group>
        <section
          ref={area}
          className={classes.scroll}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls, zooms and pans has to be reached by keyboard.
          tabIndex={0}
          aria-label="Lanes; plus and minus zoom, left and right move in time, J and K go from mark to mark"
          onKeyDown={(event) => keyed(event, area.current, { layout, time, sight })}
        >
          <div className={classes.top}>
            <div className={classes.corner}>{count(plan.lanes.length, "lane")}</div>
            <svg className={classes.axis} width={width} height={AXIS_HEIGHT} aria-hidden="true">
              <AxisMarks axis={axis} x={(at) => x(at) - left} width={width} />
              {line !== null && day && <DayFlag x={line} day={day} width={width} />}
            </svg>
          </div>
          <div className={classes.main}>
            <div className={classes.names} style={{ height: layout.height }}>
              <Names lanes={layout.lanes} {...{ onActor, onFocus, onFold }} />
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset of HTML is no drawing. */}
            <svg
              className={classes.body}
              width={width}
              height={layout.height}
              fontFamily={FONT}
              role="group"
              aria-label="Marks, each opens its evidence"
              {...time.dragging}
            >
              <g transform={`translate(${-left} 0)`}>
                <Ground {...{ layout, axis, x, left, width }} />
                <Body layout={layout} id={id} band={sight.band} />
                <Words layout={layout} edge={left} band={sight.band} />
              </g>
              {line !== null && (
                <path d={`M${line} 0V${layout.height}`} stroke={ink.accent} strokeWidth={1.25} />
              )}
            </svg>
          </div>
        </section>
        <Overview {...{ plan, width, view, whole: time.whole, onView: time.setView }} />
        <Hint pointed={pointed} />
      </div>
    </PaintingContext>
  );
});

/** Null where it lies beyond the window. */
function lineAt(x: number, width: number): number | null {
  return x >= 0 && x <= width ? x : null;
}

/** How to draw this history, and what is pointed at. */
function usePaint(props: LanesPictureProps): { painting: Painting; pointed: Pointed | null } {
  const { history, scheme, signOf, colourOf, onEvidence } = props;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const onPoint = useCallback<Painting["onPoint"]>(
    (telling, at) => setPointed(telling && at ? { telling, ...at } : null),
    [],
  );
  const painting = useMemo(() => {
    const known = new Map(history.actors.map(({ id, name }) => [id, name]));
    const nameOf = (actor: string) => known.get(actor) ?? actor;
    const onOpen = ({ interval: { relation }, kind, source, target }: Stretch) =>
      onEvidence(
        [...relation.claim_ids, ...relation.disputed_by],
        titleOf(source, kind.forward, target, nameOf),
      );
    const tell = (stretch: Stretch) => stretchWords(stretch, nameOf);
    return { ink: inkOf(scheme), signOf, colourOf, tell, onOpen, onPoint };
  }, [history, scheme, signOf, colourOf, onEvidence, onPoint]);
  return { painting, pointed };
}

interface Moving {
  layout: Layout;
  time: ReturnType<typeof useWindow>;
  sight: Sight;
}

function keyed(
  event: KeyboardEvent,
  area: HTMLElement | null,
  { layout, time, sight }: Moving,
): void {
  const step = { j: 1, k: -1 }[event.key.toLowerCase()];
  if (step && area && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    toMark(area, step, { ...time, stops: stopsOf(layout), scrollTo: sight.scrollTo });
  } else time.onKeyDown(event);
}

function Zooming({ zoom, all }: { zoom: (factor: number) => void; all: () => void }) {
  const buttons = [
    { label: "Farther (-)", Icon: IconMinus, act: () => zoom(1 / NEARER) },
    { label: "Nearer (+)", Icon: IconPlus, act: () => zoom(NEARER) },
    { label: "All the time there is (0)", Icon: IconArrowsHorizontal, act: all },
  ];
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="xs" c="dimmed" visibleFrom="lg">
        Ctrl and wheel zoom, drag moves
      </Text>
      {buttons.map(({ label, Icon, act }) => (
        <ActionIcon key={label} variant="default" aria-label={label} title={label} onClick={act}>
          <Icon size={15} />
        </ActionIcon>
      ))}
    </Group>
  );
}

function DayFlag({ x, day, width }: { x: number; day: string; width: number }) {
  const { accent, paper } = inkOf("light");
  const words = dayWords(day);
  const room = words.length * 6.2 + 8;
  const left = Math.min(Math.max(x - room / 2, 0), width - room);
  return (
    <g>
      <rect x={left} y={0} width={room} height={16} rx={2} fill={accent} />
      <text x={left + 4} y={11.5} fontSize={10.5} fill={paper}>
        {words}
      </text>
    </g>
  );
}
