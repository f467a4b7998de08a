/** Places a plan on paper: every lane, arrow, bracket and label, in pixels. */
import type { Day } from "./days";
import { type Label, leaderLabel, nameLabels, railLabel } from "./labels";
import type { Layout, PlacedLane, PlacedPerson, PlacedTie, Rail, Scale } from "./placed";
import type { Lane, Person, Plan, Tie } from "./plan";
import { spread } from "./spread";
import { extentOf, type Stretch } from "./stretch";
import { together } from "./tenures";
import { packed, type Room } from "./tracks";

/** Pixels; `roomy` has labels on brackets, `tight` fits many lanes. */
export const DENSITIES = {
  roomy: { rail: 15, line: 9, person: 15, name: 15, pad: 9, least: 44, labels: true },
  tight: { rail: 6, line: 7, person: 13, name: 13, pad: 5, least: 26, labels: false },
} as const;
export type Density = keyof typeof DENSITIES;
type Measures = (typeof DENSITIES)[Density];

const GAP = 8;
// From an arrow to the label of its bracket.
const INSET = 9;

/** Places everything. Panning does not change it; zooming does, as labels keep their size. */
export function layOut(plan: Plan, scale: Scale, density: Density): Layout {
  const measures = DENSITIES[density];
  const x = acrossOf(plan, scale);
  const xs = spread(
    plan.ties.map(({ stretch, upper, lower }) => ({ x: x(stretch.begin.at), upper, lower })),
  );
  const rows = plan.lanes.map((lane, index) => rowOf(lane, index, plan, xs, x, measures));
  let top = 0;
  const lanes: PlacedLane[] = [];
  for (const row of rows) {
    lanes.push(placedLane(row, top, x, measures));
    top += row.height;
  }
  return {
    lanes,
    ties: plan.ties.map((tie, index) => placedTie(tie, index, rows, lanes, xs, x, measures)),
    people: plan.people.map((person, index) =>
      placedPerson(person, index, rows, lanes, x, measures),
    ),
    height: top,
  };
}

function acrossOf({ extent }: Plan, { origin, pixelsPerDay }: Scale): Across {
  const x = (day: Day) => (day - origin) * pixelsPerDay;
  return Object.assign(x, { limit: x(extent[1]) });
}

/** Where a label begins: as wanted, or as far to the left as it takes to stay on the paper. */
function within(wanted: number, width: number, { limit }: Across): number {
  return Math.max(Math.min(wanted, limit - width), Math.min(wanted, 0));
}

interface Told {
  track: number;
  label: Label | null;
}

interface Row {
  lane: Lane;
  height: number;
  /** From its top. */
  y: number;
  reach: number;
  names: Label[];
  nameTracks: number[];
  nameRows: number;
  /** The track of each tie of the row, by its index in the plan. */
  rails: Map<number, number>;
  /** Likewise, of each person, with the label where it has one. */
  people: Map<number, Told>;
}

/** The place of a day, and where the paper ends: no label goes beyond. */
interface Across {
  (day: Day): number;
  limit: number;
}

function rowOf(
  lane: Lane,
  index: number,
  plan: Plan,
  xs: readonly number[],
  x: Across,
  measures: Measures,
): Row {
  const ties = indicesOf(plan.ties, ({ lower, stretch }) => lower === index && lasts(stretch));
  const people = indicesOf(plan.people, (person) => person.lane === index);
  const tieRooms = ties.map(([tie, at]) => tieRoom(tie, xs[at] ?? 0, x, plan, measures));
  const tenures = tenuresOf(people, x);
  const names = nameLabels(lane, x).map((label) => ({
    ...label,
    x: within(label.x, label.width, x),
  }));
  const railTracks = packed(tieRooms, GAP);
  const peopleTracks = packed(
    tenures.map(({ room }) => room),
    GAP,
  );
  const nameTracks = packed(
    names.map(({ x: from, width }) => ({ from, to: from + width })),
    GAP,
  );
  const [railRows, nameRows, peopleRows] = [railTracks, nameTracks, peopleTracks].map(rowsOf);
  const y =
    measures.pad +
    (railRows ?? 0) * measures.rail +
    (nameRows ?? 0) * measures.name +
    measures.line;
  const below = measures.line + (peopleRows ?? 0) * measures.person + measures.pad;
  const reach = [...tieRooms.map((_, at) => reachOf(ties[at]?.[0].stretch, x)), x(lane.edges.told)];
  const spare = Math.max(0, measures.least - y - below);
  return {
    lane,
    height: y + below + spare,
    y: y + spare / 2,
    reach: Math.max(...reach),
    names,
    nameTracks,
    nameRows: nameRows ?? 0,
    rails: new Map(ties.map(([, at], place) => [at, railTracks[place] ?? 0])),
    people: new Map(
      tenures.flatMap(({ label, of }, place) =>
        of.map((at, turn): [number, Told] => [
          at,
          { track: peopleTracks[place] ?? 0, label: turn === 0 ? label : null },
        ]),
      ),
    ),
  };
}

/** The times of the leaders of a lane, those that follow one another together: their room, their label, and which they are. */
function tenuresOf(
  people: readonly [Person, number][],
  x: Across,
): { room: Room; label: Label; of: number[] }[] {
  const times = people.map(([{ stretch, person }, at]) => {
    const [from, to] = railRoom(stretch, x);
    return { id: person.id, from, to, person, stretch, at };
  });
  return together(times).map(({ first, last, all }) => {
    const label = leaderLabel(first.person, all.length === 1 ? first.stretch : null);
    const room = labelled({ from: first.from, to: last.to }, first.from, label.width, x);
    return { room, label, of: all.map(({ at }) => at) };
  });
}

function placedLane(row: Row, top: number, x: Across, measures: Measures): PlacedLane {
  const { start, told } = row.lane.edges;
  const y = top + row.y;
  const moment = start.born?.moment;
  const birth =
    moment && moment.first !== null && moment.last !== null && moment.last > moment.first
      ? { from: x(moment.first), to: x(moment.last + 1) }
      : null;
  const names = row.names.map((label, index) => ({
    ...label,
    y: y - measures.line - (row.nameTracks[index] ?? 0) * measures.name,
  }));
  return {
    lane: row.lane,
    top,
    height: row.height,
    y,
    from: x(start.at),
    to: x(told),
    reach: row.reach,
    birth,
    names,
  };
}

function placedTie(
  tie: Tie,
  index: number,
  rows: readonly Row[],
  lanes: readonly PlacedLane[],
  xs: readonly number[],
  x: Across,
  measures: Measures,
): PlacedTie {
  const [upper, lower] = [lanes[tie.upper]?.y ?? 0, lanes[tie.lower]?.y ?? 0];
  const row = rows[tie.lower];
  const track = row?.rails.get(index);
  const at = xs[index] ?? 0;
  const rail =
    row && track !== undefined
      ? railOf(tie.stretch, railY(row, lower, track, measures), at, x)
      : null;
  return {
    tie,
    x: at,
    y0: tie.down ? upper : lower,
    y1: tie.down ? lower : upper,
    range: rangeOf(tie.stretch, x),
    rail,
    label:
      rail && measures.labels
        ? placedLabel(railLabel(tie, lanes), at + INSET, rail.y - 3, x)
        : null,
  };
}

function placedPerson(
  person: Person,
  index: number,
  rows: readonly Row[],
  lanes: readonly PlacedLane[],
  x: Across,
  measures: Measures,
): PlacedPerson {
  const { track, label } = rows[person.lane]?.people.get(index) ?? { track: 0, label: null };
  const y = (lanes[person.lane]?.y ?? 0) + measures.line + (track + 1) * measures.person - 4;
  const [from] = railRoom(person.stretch, x);
  return {
    person,
    rail: railOf(person.stretch, y, from, x),
    label: label && placedLabel(label, from, y - 3, x),
  };
}

function railY(row: Row, y: number, track: number, measures: Measures): number {
  return y - measures.line - row.nameRows * measures.name - track * measures.rail - 1;
}

/** What lasts has a bracket; what changes has an arrow alone. */
export function lasts({ part, interval }: Stretch): boolean {
  return !interval.happening && part !== "change" && part !== "name";
}

function railOf(stretch: Stretch, y: number, from: number, x: Across): Rail {
  const { begin, end, told, tail } = stretch;
  const sure = end ? (end.first ?? end.at) : told;
  const to = Math.max(from, x(sure));
  const ending =
    end && end.last !== null && x(end.last) > to ? { from: to, to: x(end.last) } : null;
  const on = !end && x(tail) > to ? x(tail) : null;
  return { y, from, to, ending, tail: on, open: begin.first === null };
}

function rangeOf({ begin }: Stretch, x: Across): PlacedTie["range"] {
  if (begin.last === null || begin.first === begin.last || begin.first === null) return null;
  return { from: x(begin.first), to: x(begin.last + 1) };
}

function railRoom(stretch: Stretch, x: Across): [number, number] {
  const [first, last] = extentOf(stretch);
  return [x(first), x(last)];
}

function reachOf(stretch: Stretch | undefined, x: Across): number {
  return stretch ? railRoom(stretch, x)[1] : 0;
}

/** The room of a bracket with its label; it begins where its arrow stands. */
function tieRoom(tie: Tie, at: number, x: Across, plan: Plan, measures: Measures): Room {
  const [, to] = railRoom(tie.stretch, x);
  const room = { from: at, to: Math.max(to, at) };
  return measures.labels ? labelled(room, at + INSET, railLabel(tie, plan.lanes).width, x) : room;
}

function labelled(room: Room, wanted: number, width: number, x: Across): Room {
  const at = within(wanted, width, x);
  return { from: Math.min(room.from, at), to: Math.max(room.to, at + width) };
}

function placedLabel(label: Label, wanted: number, y: number, x: Across): Label {
  return { ...label, x: within(wanted, label.width, x), y };
}

function indicesOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): [Item, number][] {
  return items.map((item, index): [Item, number] => [item, index]).filter(([item]) => holds(item));
}

function rowsOf(tracks: readonly number[]): number {
  return tracks.reduce((most, track) => Math.max(most, track + 1), 0);
}
