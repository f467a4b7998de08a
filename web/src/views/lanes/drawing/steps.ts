/** Going from mark to mark by keys, in the order of time. */
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
    setView(panned(view, whole, day - (view.from + view.to) / 2));
  }
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function firstIn(marks: readonly SVGGElement[], view: View, step: number): number {
  const within = (mark: SVGGElement) => dayOf(mark) >= view.from && dayOf(mark) <= view.to;
  return step > 0 ? marks.findIndex(within) : marks.findLastIndex(within);
}

function dayOf(mark: SVGGElement): number {
  return Number(mark.dataset.mark);
}
