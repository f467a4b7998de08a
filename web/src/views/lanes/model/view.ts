/** What stretch of days is in view: zooming and panning, as arithmetic. */
import type { Day } from "./days";

/** From the day at the left edge to that at the right. */
export interface View {
  from: Day;
  to: Day;
}

/** The least days in view: three weeks. */
export const CLOSEST = 21;
// Beyond the first and the last day, so that marks at the edges are seen whole.
const MARGIN = 0.03;

/** All of it, with a little room at both ends. */
export function wholeOf([first, last]: readonly [Day, Day]): View {
  const room = Math.max((last - first) * MARGIN, 3);
  return { from: first - room, to: last + room };
}

/** Nearer by a factor above 1, farther below; the day `about` stays where it is. */
export function zoomed(view: View, whole: View, factor: number, about: Day): View {
  const length = view.to - view.from;
  const wanted = Math.min(Math.max(length / factor, CLOSEST), whole.to - whole.from);
  const share = (about - view.from) / length;
  return kept({ from: about - share * wanted, to: about + (1 - share) * wanted }, whole);
}

/** Moved by days, later where positive. */
export function panned(view: View, whole: View, days: number): View {
  return kept({ from: view.from + days, to: view.to + days }, whole);
}

/** The same length within the whole; all of it where it is longer. */
export function kept(view: View, whole: View): View {
  const length = Math.min(view.to - view.from, whole.to - whole.from);
  const from = Math.min(Math.max(view.from, whole.from), whole.to - length);
  return { from, to: from + length };
}

/** Where a label stands: at its own place, or pinned to the left edge as long as it fits before `end`. */
export function pinned(x: number, width: number, end: number, edge: number): number {
  return x >= edge ? x : Math.max(x, Math.min(edge, end - width));
}
