import { Text } from "@mantine/core";
import { useEvidence } from "@/evidence";
import { FilterLink } from "@/filter";
import { ArticleLink } from "@/views/article/ArticleHead";
import { Foreign, reportWords, safe, shareWords } from "@/words";
import classes from "./Conflicts.module.css";
import { type Conflict, nameIn, standingWords, type Voice } from "./conflictWords";

/** Who says it, how they stand to it, how much that weighs and why, and where it is written. */
export function VoiceLine({ voice, conflict }: { voice: Voice; conflict: Conflict }) {
  const { open } = useEvidence();
  const { speaker, report, because, rule, weight, confidence, claim_id } = voice;
  return (
    <li className={classes.voice}>
      <Text size="sm">
        {speaker ? (
          <>
            <FilterLink to={`/actors/${encodeURIComponent(speaker)}`} inherit fw={550}>
              <Foreign>{nameIn(conflict, speaker)}</Foreign>
            </FilterLink>
            , {standingWords(voice)}
          </>
        ) : (
          <span className={classes.first}>{standingWords(voice)}</span>
        )}
      </Text>
      <Text size="xs" c="dimmed">
        <ArticleLink id={report.article_id}>{reportWords(report)}</ArticleLink>
      </Text>
      <Text size="xs">
        weight {shareWords(weight)}: {because}{" "}
        <Text span inherit c="dimmed">
          (rule {rule}; read with confidence {shareWords(confidence)})
        </Text>{" "}
        <button
          type="button"
          className={classes.open}
          data-print="no"
          aria-label={`Evidence in ${reportWords(report)}`}
          onClick={() => open([claim_id], safe(reportWords(report)))}
        >
          evidence
        </button>
      </Text>
    </li>
  );
}
