import { type RefObject, useEffect, useState } from "react";

// One watcher for all: a watcher each would cost more than what is watched.
const told = new WeakMap<Element, () => void>();
const watcher =
  typeof IntersectionObserver === "undefined"
    ? null
    : new IntersectionObserver(
        (entries) => {
          for (const { isIntersecting, target } of entries)
            if (isIntersecting) told.get(target)?.();
        },
        // About a screen ahead, either way.
        { rootMargin: "1000px 0px" },
      );

/**
 * Has an element ever come near to what the reader sees? Always, where the browser cannot tell.
 *
 * @param atOnce - it is seen as soon as the page is there: nothing is waited for.
 */
export function useNearView(place: RefObject<Element | null>, atOnce: boolean): boolean {
  const [near, setNear] = useState(atOnce || watcher === null);
  useEffect(() => {
    const element = place.current;
    if (near || !element || !watcher) return;
    told.set(element, () => setNear(true));
    watcher.observe(element);
    return () => watcher.unobserve(element);
  }, [near, place]);
  return near;
}
