import type { Shapes } from "@/api";
import { Foreign } from "@/words";
import classes from "./LitText.module.css";
import { litPieces } from "./lit";

interface Props {
  text: string;
  /** They may overlap; spans count in `text`. */
  lights: readonly Shapes["Light"][];
}

const ROLES = new Set(["source", "target", "place", "result", "instrument"]);

/** A sentence with the words that matter lit: who takes which part is written on them, not only coloured. */
export function LitText({ text, lights }: Props) {
  const pieces = litPieces(
    text,
    lights.map(({ span, what }) => ({ span, what })),
  );
  return (
    <blockquote className={classes.quote} dir="auto">
      {pieces.map(({ text: words, start, on }) => {
        const role = on.find((what) => ROLES.has(what));
        const what = role ?? on[0];
        if (what === undefined) return <Foreign key={start}>{words}</Foreign>;
        return (
          <mark key={start} className={classes.lit} data-what={what} title={on.join(", ")}>
            {role && <span className={classes.role}>{role}</span>}
            <Foreign>{words}</Foreign>
          </mark>
        );
      })}
    </blockquote>
  );
}
