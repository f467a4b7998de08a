/** Times of one leader at one group: those that follow one another lie on one line, and are named once. */
import type { Room } from "./tracks";

export interface Tenure extends Room {
  /** Who leads. */
  id: string;
}

interface Together<Time> {
  first: Time;
  last: Time;
  /** In the order of time. */
  all: Time[];
}

/** The times that go together. */
export function together<Time extends Tenure>(times: readonly Time[]): Together<Time>[] {
  const order = times.toSorted((one, other) => one.from - other.from || one.to - other.to);
  const found: Together<Time>[] = [];
  for (const time of order) {
    const before = found.find(({ last }) => last.id === time.id && last.to <= time.from);
    if (before) {
      before.all.push(time);
      before.last = time;
    } else found.push({ first: time, last: time, all: [time] });
  }
  return found;
}
