import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./Listbox.module.css";

export interface Option {
  id: string;
  /** What it is found by when its first letters are typed. */
  text: string;
  shown: ReactNode;
}

interface Props {
  label: string;
  options: readonly Option[];
  /** The chosen one; null, or one that is not among them, for none. */
  chosen: string | null;
  /** It was moved to, by arrow keys or the mouse. */
  onChoose: (id: string) => void;
  /** It was clicked, besides being chosen. */
  onClick?: (id: string) => void;
  /** Enter; and a double click, where a single one does nothing more than choose. */
  onEnter: (id: string) => void;
}

const HEIGHT = 46;
// What a list is taken to be high until it is measured.
const FIRST_RECT = { width: 260, height: 400 };
const PAGE = 8;
const TYPING_MS = 600;

/** A list of any length of which one is chosen by arrows, first letters or the mouse. Only what is in view is drawn. */
export function Listbox({ label, options, chosen, onChoose, onClick, onEnter }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const at = options.findIndex(({ id }) => id === chosen);
  const rows = useVirtualizer({
    count: options.length,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT,
    initialRect: FIRST_RECT,
    overscan: 6,
  });
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at);
  }, [at, scrollToIndex]);
  const find = useTyping(options, at);
  const press = (event: KeyboardEvent) => {
    const to = event.key === "Enter" ? null : (moved(event.key, at, options.length) ?? find(event));
    const option = options[to ?? at];
    if (!option || (to === null && event.key !== "Enter")) return;
    event.preventDefault();
    if (to === null) onEnter(option.id);
    else onChoose(option.id);
  };
  const drawn = rows.getVirtualItems();
  return (
    <div
      ref={frame}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={drawn.some(({ index }) => index === at) ? prefix + at : undefined}
      className={classes.frame}
      onKeyDown={press}
    >
      <div role="presentation" className={classes.all} style={{ height: rows.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const option = options[index];
          if (!option) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the list, which has the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names its active option.
            <div
              key={option.id}
              id={prefix + index}
              role="option"
              aria-selected={index === at}
              aria-setsize={options.length}
              aria-posinset={index + 1}
              className={classes.option}
              style={{ height: HEIGHT, transform: `translateY(${start}px)` }}
              onClick={() => {
                onChoose(option.id);
                onClick?.(option.id);
              }}
              onDoubleClick={onClick ? undefined : () => onEnter(option.id)}
            >
              {option.shown}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Where a key leads; null where it does not move. */
function moved(key: string, at: number, length: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at < 0 ? length - 1 : at - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
    Home: 0,
    End: length - 1,
  };
  const to = steps[key];
  return to === undefined || length === 0 ? null : Math.min(Math.max(to, 0), length - 1);
}

/** The next option that begins with the letters typed in one go. */
function useTyping(options: readonly Option[], at: number) {
  const typed = useRef({ letters: "", time: 0 });
  return ({ key, timeStamp, ctrlKey, altKey, metaKey }: KeyboardEvent): number | null => {
    if (key.length !== 1 || key === " " || ctrlKey || altKey || metaKey) return null;
    const goesOn = timeStamp - typed.current.time < TYPING_MS;
    const letters = (goesOn ? typed.current.letters : "") + key.toLowerCase();
    typed.current = { letters, time: timeStamp };
    // One letter leads on from where one is; more narrow down where one has got to.
    const from = Math.max(at, 0) + (letters.length === 1 && at >= 0 ? 1 : 0);
    const order = options.map((_, number) => (from + number) % options.length);
    const to = order.find((number) => options[number]?.text.toLowerCase().startsWith(letters));
    return to ?? null;
  };
}
