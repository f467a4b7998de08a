import { useCallback, useRef } from "react";

/** A handler that stays the same one and does what the last one given would: what it is handed to need not be drawn anew. */
export function useSteady<Given extends unknown[]>(act: (...given: Given) => void) {
  const last = useRef(act);
  last.current = act;
  return useCallback((...given: Given) => last.current(...given), []);
}
