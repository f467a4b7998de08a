/** Which row of a long table has the focus, and the keys that move it. */
import { type KeyboardEvent, useRef, useState } from "react";

interface Options {
  rows: number;
  /** Rows that fit on one screen. */
  screen: number;
  /** Brings a row into view; it may not be drawn yet. */
  reach: (index: number) => void;
  open: (index: number) => void;
}

/** A step by a key, in rows; null where the key is none of ours. */
export function stepOf(
  key: string,
  at: number,
  { rows, screen }: Pick<Options, "rows" | "screen">,
) {
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + screen,
    PageUp: at - screen,
    Home: 0,
    End: rows - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.max(0, Math.min(rows - 1, target));
}

/** One row at a time takes part in the order of tabs; arrows, page keys, Home and End move it, Enter opens it. */
export function useActiveRow(options: Options) {
  const [chosen, setActive] = useState(0);
  // A row is drawn after it was reached: it takes the focus when it comes.
  const wanted = useRef<number | null>(null);
  const active = Math.min(chosen, Math.max(0, options.rows - 1));
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" && target.tagName === "TR") {
      event.preventDefault();
      options.open(active);
      return;
    }
    const next = stepOf(event.key, active, options);
    if (next === null) return;
    event.preventDefault();
    wanted.current = next;
    setActive(next);
    options.reach(next);
  };
  const rowProps = (index: number) => ({
    tabIndex: index === active ? 0 : -1,
    ref: (row: HTMLElement | null) => {
      if (!row || wanted.current !== index) return;
      wanted.current = null;
      row.focus({ preventScroll: true });
    },
    onFocus: () => setActive(index),
  });
  return { active, onKeyDown, rowProps };
}
