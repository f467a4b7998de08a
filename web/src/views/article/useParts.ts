import { startTransition, useEffect, useState } from "react";

// So many times as much the next time: a text of any length is there after a few steps.
const TIMES = 4;

/**
 * How many of many things are drawn: the first at once, the others in steps between which the page answers.
 *
 * @param number - how many there are.
 * @param atOnce - how many are drawn whatever happens; may grow.
 */
export function useParts(number: number, atOnce: number): number {
  const [drawn, setDrawn] = useState(atOnce);
  useEffect(() => {
    if (drawn >= number) return;
    const next = setTimeout(() => startTransition(() => setDrawn(drawn * TIMES)));
    return () => clearTimeout(next);
  }, [drawn, number]);
  return Math.min(Math.max(drawn, atOnce), number);
}
