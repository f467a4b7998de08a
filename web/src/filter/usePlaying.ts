import { useReducedMotion } from "@mantine/hooks";
import { useIsFetching } from "@tanstack/react-query";
import { useEffect, useState } from "react";

// Long enough to see what changed; with reduced motion, long enough to read it.
const STEP_MS = 700;
const CALM_STEP_MS = 2000;

/** A step again and again while it plays, each only once the answers to the last are there. */
export function usePlaying(step: () => void, { atEnd }: { atEnd: boolean }) {
  const [playing, setPlaying] = useState(false);
  const calm = useReducedMotion();
  const waiting = useIsFetching() > 0;
  useEffect(() => {
    if (!playing) return;
    if (atEnd) {
      setPlaying(false);
      return;
    }
    if (waiting) return;
    const timer = setTimeout(step, calm ? CALM_STEP_MS : STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, atEnd, waiting, calm, step]);
  return { playing: playing && !atEnd, setPlaying };
}
