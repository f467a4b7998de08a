import { useEvidence } from "@/evidence";
import { reportWords, safe } from "@/words";
import classes from "./Profile.module.css";
import type { Footnote } from "./sources";

// More numbers than this are noise on a screen: the count of reports opens all of them. On paper all are written.
const MOST = 5;

interface Props {
  notes: readonly Footnote[];
  /** What is cited for: the title of the evidence. */
  of: string;
}

/** Numbers of the sources; each opens what it says. */
export function Footnotes({ notes, of }: Props) {
  const { open } = useEvidence();
  return (
    <sup className={classes.notes}>
      {notes.slice(0, MOST).map(({ source: { number, report }, claimIds }) => (
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
      {notes.length > MOST && (
        <>
          <span data-print="no">+{notes.length - MOST}</span>
          <span className={classes.printed}>
            {notes.slice(MOST).map(({ source: { number } }) => `[${number}]`)}
          </span>
        </>
      )}
    </sup>
  );
}
