import { useEvidence } from "@/evidence";
import { count, numberWords, reportWords, safe } from "@/words";
import classes from "./Profile.module.css";
import type { Footnote } from "./sources";

// More numbers than this are noise on a screen, and no others are asked for: the count of reports opens all of them. On paper
// all are written.
const MOST = 5;

interface Props {
  notes: readonly Footnote[];
  /** How many it rests on. */
  claims: number;
  /** What is cited for: the title of the evidence. */
  of: string;
}

/** Numbers of the sources; each opens what it says. */
export function Footnotes({ notes, claims, of }: Props) {
  const { open } = useEvidence();
  const shown = notes.slice(0, MOST);
  const more = claims - shown.reduce((sum, { claimIds }) => sum + claimIds.length, 0);
  return (
    <sup className={classes.notes}>
      {shown.map(({ source: { number, report }, claimIds }) => (
        <button
          key={number}
          type="button"
          className={classes.note}
          title={reportWords(report)}
          aria-label={`Source ${number}: ${reportWords(report)}`}
          onClick={() => open(claimIds, safe(of))}
        >
          [{number}]
        </button>
      ))}
      {more > 0 && (
        <span data-print="no" title={count(more, "more claim")}>
          +{numberWords(more)}
        </span>
      )}
      {notes.length > MOST && (
        <span className={classes.printed}>
          {notes.slice(MOST).map(({ source: { number } }) => `[${number}]`)}
        </span>
      )}
    </sup>
  );
}
