/** Going from mark to mark by keys, in the order of time. */
import { flushSync } from "react-dom";
import type { Stop } from "../model/stops";
import { panned, type View } from "../model/view";

interface Moving {
  stops: readonly Stop[];
  view: View;
  whole: View;
  setView: (view: View) => void;
  /** Scrolls so far, and draws at once what lies there. */
  scrollTo: (top: number) => void;
}

/** Gives the focus to the next mark (1) or the one before (-1), and brings its day and its place into view. */
export function toMark(
  area: HTMLElement,
  step: number,
  { stops, view, whole, setView, scrollTo }: Moving,
): void {
  const held = (document.activeElement as SVGElement | null)?.dataset?.mark;
  const now = stops.findIndex(({ id }) => id === held);
  const next = stops[now === -1 ? firstIn(stops, view, step) : now + step];
  if (!next) return;
  if (next.day < view.from || next.day > view.to) {
    // At once, so that the words stand where the mark will be.
    flushSync(() => setView(panned(view, whole, next.day - (view.from + view.to) / 2)));
  }
  // What is far out of sight is not there yet.
  if (!markOf(area, next)) scrollTo(next.top);
  const mark = markOf(area, next);
  if (!mark) return;
  reveal(mark, area);
  mark.focus({ preventScroll: true });
}

// What stays at the top of the area, and room for words above a mark.
const HEAD = 60;

/** Scrolls the area until the top of a mark is in it, and as much of the rest as there is room for. */
function reveal(mark: SVGGElement, area: HTMLElement): void {
  const [at, frame] = [mark.getBoundingClientRect(), area.getBoundingClientRect()];
  const above = at.top - frame.top - HEAD;
  const below = Math.min(at.bottom - frame.bottom + 8, above);
  if (above < 0) area.scrollTop += above;
  else if (below > 0) area.scrollTop += below;
}

function markOf(area: HTMLElement, { id }: Stop): SVGGElement | null {
  return area.querySelector<SVGGElement>(`[data-mark="${CSS.escape(id)}"]`);
}

function firstIn(stops: readonly Stop[], view: View, step: number): number {
  const within = ({ day }: Stop) => day >= view.from && day <= view.to;
  return step > 0 ? stops.findIndex(within) : stops.findLastIndex(within);
}
