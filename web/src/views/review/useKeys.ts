import { useEffect, useRef } from "react";

/** Single keys that act on the page: never while somebody types, a dialog is open, or a control key is held. */
export function useKeys(keys: Readonly<Record<string, () => void>>, on = true) {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusy(event.target))
        return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [on]);
}

const TYPING =
  "input, textarea, select, [contenteditable='true'], [role='textbox'], [role='combobox']";

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("[role='dialog'][aria-modal='true']")) return true;
  return target instanceof Element && target.closest(TYPING) !== null;
}
