/** Going from mark to mark by keys, in the order of time. */
import { flushSync } from "react-dom";
import { panned, type View } from "../model/view";

interface Time {
  view: View;
  whole: View;
  setView: (view: View) => void;
}

/** Gives the focus to the next mark (1) or the one before (-1), and brings its day into view. */
export function toMark(area: HTMLElement, step: number, { view, whole, setView }: Time): void {
  const marks = [...area.querySelectorAll<SVGGElement>("[data-mark]")];
  marks.sort((one, other) => dayOf(one) - dayOf(other));
  const now = marks.indexOf(document.activeElement as SVGGElement);
  const next = marks[now === -1 ? firstIn(marks, view, step) : now + step];
  if (!next) return;
  const day = dayOf(next);
  if (day < view.from || day > view.to) {
    // At once, so that the words stand where the mark will be.
    flushSync(() => setView(panned(view, whole, day - (view.from + view.to) / 2)));
  }
  reveal(next, area);
  next.focus({ preventScroll: true });
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

function firstIn(marks: readonly SVGGElement[], view: View, step: number): number {
  const within = (mark: SVGGElement) => dayOf(mark) >= view.from && dayOf(mark) <= view.to;
  return step > 0 ? marks.findIndex(within) : marks.findLastIndex(within);
}

function dayOf(mark: SVGGElement): number {
  return Number(mark.dataset.mark);
}
