import { Badge, Text } from "@mantine/core";
import { useEvidence } from "@/evidence";
import { FilterLink } from "@/filter";
import { ArticleLink } from "@/views/article/ArticleHead";
import { Foreign, reportWords, safe, shareWords } from "@/words";
import classes from "./Conflicts.module.css";
import { type Conflict, nameIn, standingWords, type Voice } from "./conflictWords";

/** Who says it, how they stand to it, how much that weighs and why, and where it is written. */
export function VoiceLine({ voice, conflict }: { voice: Voice; conflict: Conflict }) {
  const { open } = useEvidence();
  const { speaker, report, because, rule, weight, confidence, claim_id, stance } = voice;
  const standing = standingWords(voice.standing, conflict.kind);
  return (
    <li className={classes.voice}>
      <Text size="sm" component="div">
        {speaker ? (
          <>
            <FilterLink to={`/actors/${encodeURIComponent(speaker)}`} inherit fw={550}>
              <Foreign>{nameIn(conflict, speaker)}</Foreign>
            </FilterLink>
            , {standing}
          </>
        ) : (
          <span className={classes.first}>{standing}</span>
        )}{" "}
        {stance !== "asserted" && <Badge variant="outline">{stance}</Badge>}
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
