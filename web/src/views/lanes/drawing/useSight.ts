/** What of the picture is in sight: how wide the area is that it lies in, and from where to where it is scrolled. */
import { type RefObject, useCallback, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { type Band, bandAt, WHOLE } from "../model/sight";

export interface Sight {
  /** Of the area, in pixels; null until it has been measured. */
  width: number | null;
  band: Band;
  /** Scrolls so far, and draws at once what lies there. */
  scrollTo: (top: number) => void;
}

/** Measures the area before anything is painted, so that nothing is drawn at a width that it does not have. */
export function useSight(area: RefObject<HTMLElement | null>): Sight {
  const [width, setWidth] = useState<number | null>(null);
  const [band, setBand] = useState<Band>(WHOLE);
  const look = useCallback(() => {
    const element = area.current;
    if (!element) return;
    setWidth(element.clientWidth);
    setBand((now) => bandAt(element.scrollTop, element.clientHeight, now));
  }, [area]);
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    // Paper has room for all of it.
    const print = () => flushSync(() => setBand(WHOLE));
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", look);
    return () => {
      watch.disconnect();
      element.removeEventListener("scroll", look);
      window.removeEventListener("beforeprint", print);
      window.removeEventListener("afterprint", look);
    };
  }, [area, look]);
  const scrollTo = useCallback(
    (top: number) => {
      if (area.current) area.current.scrollTop = top;
      flushSync(look);
    },
    [area, look],
  );
  return { width, band, scrollTo };
}
