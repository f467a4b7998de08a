/** The marks of a picture in the order of time: what one steps through by keys, drawn or not. */
import type { Day } from "./days";
import type { Layout } from "./placed";
import { heightOf } from "./sight";

export interface Stop {
  /** The interval that it stands for. */
  id: string;
  day: Day;
  /** Its upper edge, in the picture's pixels. */
  top: number;
}

/** Renamings, arrows with their brackets, and leaders; of one day in the order of the picture. */
export function stopsOf({ lanes, ties, people }: Layout): Stop[] {
  const stops: Stop[] = [
    ...ties.map((placed) => stopOf(placed.tie.stretch, heightOf(placed).top)),
    ...lanes.flatMap(({ lane, y }) =>
      lane.body.names.flatMap(({ by }) => (by ? [stopOf(by, y)] : [])),
    ),
    ...people.map(({ person, rail }) => stopOf(person.stretch, rail.y)),
  ];
  return stops.sort((one, other) => one.day - other.day);
}

function stopOf({ interval, begin }: Layout["ties"][number]["tie"]["stretch"], top: number): Stop {
  return { id: interval.id, day: begin.at, top };
}
