import type { Sign } from "@/signs";
import { dayWords, safe } from "@/words";
import { AXIS_HEIGHT, AxisMarks } from "../drawing/AxisMarks";
import { Body } from "../drawing/Body";
import { Ground } from "../drawing/Ground";
import { FONT } from "../drawing/ink";
import { type Painting, PaintingContext } from "../drawing/painting";
import { Words } from "../drawing/Words";
import { axisOf } from "../model/axis";
import { dayNumber } from "../model/days";
import { layOut } from "../model/layout";
import type { Layout } from "../model/placed";
import type { Plan } from "../model/plan";
import { fitted } from "../model/text";
import { wholeOf } from "../model/view";
import { PosterKey } from "./PosterKey";

export interface PosterProps {
  plan: Plan;
  painting: Painting;
  /** The signs of what is drawn, in the order of the codebook. */
  signs: readonly Sign[];
  knownBy: string;
  day?: string;
}

const MARGIN = 24;
const NAMES = 280;
const TITLE = 60;
const KEY = 96;
// As wide as a page across; what is denser than this is not read on paper either.
export const POSTER_WIDTH = 1600;
const ROOMY = 14;

/** The whole picture on one sheet, with its title, its key and how to take it: a file that says all by itself. */
export function Poster({ plan, painting, signs, knownBy, day }: PosterProps) {
  const { ink } = painting;
  const width = POSTER_WIDTH - 2 * MARGIN - NAMES;
  const whole = wholeOf(plan.extent);
  const pixelsPerDay = width / (whole.to - whole.from);
  const density = plan.lanes.length > ROOMY ? "tight" : "roomy";
  const layout = layOut(plan, { origin: whole.from, pixelsPerDay }, density);
  const x = (at: number) => (at - whole.from) * pixelsPerDay;
  const axis = axisOf(whole.from, whole.to, pixelsPerDay);
  const height = TITLE + AXIS_HEIGHT + layout.height + KEY + MARGIN;
  return (
    <PaintingContext value={painting}>
      <svg
        xmlns="http://www.w3.org/2000/svg"
        width={POSTER_WIDTH}
        height={height}
        viewBox={`0 0 ${POSTER_WIDTH} ${height}`}
        fontFamily={FONT}
      >
        <title>Who stood how to whom, over time</title>
        <rect width={POSTER_WIDTH} height={height} fill={ink.paper} />
        <Title painting={painting} knownBy={knownBy} />
        <g transform={`translate(${MARGIN + NAMES} ${TITLE})`}>
          <AxisMarks axis={axis} x={x} width={width} />
          <g transform={`translate(0 ${AXIS_HEIGHT})`}>
            <Ground {...{ layout, axis, x, left: -NAMES, width: width + NAMES }} />
            <LaneNames layout={layout} painting={painting} />
            <Body layout={layout} id="poster" />
            <Words layout={layout} edge={-Infinity} />
            {day && <DayLine x={x(dayNumber(day))} day={day} {...{ layout, painting }} />}
          </g>
        </g>
        <g transform={`translate(${MARGIN} ${TITLE + AXIS_HEIGHT + layout.height + 18})`}>
          <PosterKey signs={signs} painting={painting} width={POSTER_WIDTH - 2 * MARGIN} />
        </g>
      </svg>
    </PaintingContext>
  );
}

function Title({ painting: { ink }, knownBy }: { painting: Painting; knownBy: string }) {
  return (
    <g>
      <text x={MARGIN} y={30} fontSize={18} fontWeight={650} fill={ink.ink}>
        Who stood how to whom, over time
      </text>
      <text x={MARGIN} y={49} fontSize={12} fill={ink.dim}>
        As reports told it up to {dayWords(knownBy)}. Reported, not established: every mark is what
        somebody said.
      </text>
    </g>
  );
}

function LaneNames({ layout, painting }: { layout: Layout; painting: Painting }) {
  return layout.lanes.map(({ lane, y }) => {
    const inset = Math.min(lane.depth, 3) * 14;
    const more = lane.folded ? ` +${lane.family}` : "";
    return (
      <text
        key={lane.id}
        x={inset - NAMES}
        y={y + 4}
        fontSize={12}
        fontWeight={550}
        fill={painting.ink.ink}
        style={{ unicodeBidi: "isolate" }}
      >
        {fitted(safe(lane.name), 12, NAMES - inset - 14 - more.length * 8) + more}
      </text>
    );
  });
}

interface DayProps {
  x: number;
  day: string;
  layout: Layout;
  painting: Painting;
}

function DayLine({ x, day, layout, painting: { ink } }: DayProps) {
  return (
    <g>
      <path d={`M${x} 0V${layout.height}`} stroke={ink.accent} strokeWidth={1.25} />
      <text x={x + 4} y={layout.height - 4} fontSize={11} fill={ink.accent}>
        {dayWords(day)}
      </text>
    </g>
  );
}
