import type { Telling } from "../model/words";
import classes from "./Lanes.module.css";

export interface Pointed {
  telling: Telling;
  x: number;
  y: number;
}

const ROOM = 14;
// About as large as a hint gets, so that it stays within the page.
const [WIDTH, HEIGHT] = [352, 96];

/** What is pointed at, in words, beside the pointer. Screen readers have the same words as the name of the mark. */
export function Hint({ pointed }: { pointed: Pointed | null }) {
  if (!pointed) return null;
  const { telling, x, y } = pointed;
  const left = Math.max(8, Math.min(x + ROOM, window.innerWidth - WIDTH - 8));
  const top = y + ROOM + HEIGHT > window.innerHeight ? y - ROOM - HEIGHT : y + ROOM;
  return (
    <div className={classes.hint} style={{ left, top: Math.max(8, top) }} aria-hidden="true">
      <strong>
        <bdi>{telling.title}</bdi>
      </strong>
      {telling.lines.map((line) => (
        <div key={line}>
          <bdi>{line}</bdi>
        </div>
      ))}
    </div>
  );
}
