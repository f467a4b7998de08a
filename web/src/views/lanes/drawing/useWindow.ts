/** Moving the window over time: by wheel, by dragging, by keys. */
import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { panned, type View, wholeOf, zoomed } from "../model/view";

// A step of a key or a button; by how much of the window a key pans.
export const NEARER = 1.6;
const NEARER_BY: Record<string, number> = { "+": NEARER, "=": NEARER, "-": 1 / NEARER };
const LATER_BY: Record<string, number> = { ArrowLeft: -0.2, ArrowRight: 0.2 };
// Of the wheel: a notch of 100 is about a fifth.
const WHEEL = 0.0018;
const DRAG = 4;

export interface Window {
  view: View;
  whole: View;
  setView: (view: View) => void;
  /** Nearer above 1, about the middle. */
  zoom: (factor: number) => void;
  /** So many windows later. */
  pan: (share: number) => void;
  all: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  dragging: {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => void;
    onPointerUp: () => void;
    onClickCapture: (event: { stopPropagation: () => void }) => void;
  };
}

/**
 * The window over an extent of days; all of it at first, and whenever the extent changes.
 *
 * @param area - where the wheel is listened to. With Ctrl, or where there is nothing to scroll, it zooms; sideways it pans.
 * @param width - of the drawn days, in pixels; `inset` is how far from the area's left edge they begin.
 */
export function useWindow(
  extent: readonly [number, number],
  area: RefObject<HTMLElement | null>,
  { width, inset }: { width: number; inset: number },
): Window {
  const [first, last] = extent;
  const whole = wholeOf([first, last]);
  const [held, hold] = useState<{ view: View; of: string } | null>(null);
  const of = `${first}:${last}`;
  const view = held?.of === of ? held.view : whole;
  const setView = useCallback((next: View) => hold({ view: next, of }), [of]);
  const zoom = (factor: number) => setView(zoomed(view, whole, factor, (view.from + view.to) / 2));
  const pan = (share: number) => setView(panned(view, whole, share * (view.to - view.from)));
  const all = () => hold(null);
  useWheel(area, { view, whole, width, inset, setView });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const nearer = NEARER_BY[event.key];
    const later = LATER_BY[event.key];
    if (nearer) zoom(nearer);
    else if (later) pan(later);
    else if (event.key === "0") all();
    else return;
    event.preventDefault();
  };
  const dragging = useDragging({ view, whole, width, setView });
  return { view, whole, setView, zoom, pan, all, onKeyDown, dragging };
}

interface Moving {
  view: View;
  whole: View;
  width: number;
  setView: (view: View) => void;
}

function useWheel(area: RefObject<HTMLElement | null>, moving: Moving & { inset: number }) {
  const now = useRef(moving);
  now.current = moving;
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const turn = (event: WheelEvent) => {
      const { view, whole, width, inset, setView } = now.current;
      const length = view.to - view.from;
      const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
      const scrolls = element.scrollHeight > element.clientHeight + 1;
      if (!sideways && scrolls && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      if (sideways) {
        const turned = event.deltaX || event.deltaY;
        setView(panned(view, whole, (turned / width) * length));
        return;
      }
      const share = (event.clientX - element.getBoundingClientRect().left - inset) / width;
      const about = view.from + Math.min(Math.max(share, 0), 1) * length;
      setView(zoomed(view, whole, Math.exp(-event.deltaY * WHEEL), about));
    };
    // React listens passively, so that the page would zoom along.
    element.addEventListener("wheel", turn, { passive: false });
    return () => element.removeEventListener("wheel", turn);
  }, [area]);
}

function useDragging({ view, whole, width, setView }: Moving): Window["dragging"] {
  const held = useRef<{ x: number; view: View; moved: boolean } | null>(null);
  const dragged = useRef(false);
  return {
    onPointerDown: (event) => {
      dragged.current = false;
      if (event.button === 0) held.current = { x: event.clientX, view, moved: false };
    },
    onPointerMove: (event) => {
      const from = held.current;
      if (!from) return;
      const by = event.clientX - from.x;
      if (!from.moved && Math.abs(by) < DRAG) return;
      if (!from.moved) event.currentTarget.setPointerCapture(event.pointerId);
      from.moved = true;
      dragged.current = true;
      setView(panned(from.view, whole, (-by / width) * (from.view.to - from.view.from)));
    },
    onPointerUp: () => {
      held.current = null;
    },
    // A click at the end of a drag was not meant for what lies there.
    onClickCapture: (event) => {
      if (dragged.current) event.stopPropagation();
      dragged.current = false;
    },
  };
}
