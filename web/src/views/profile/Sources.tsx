import { Button, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useEvidence } from "@/evidence";
import { ArticleLink } from "@/views/article/ArticleHead";
import { OriginalAddress } from "@/views/article/OriginalAddress";
import { count, Foreign, reportWords, timeWords } from "@/words";
import classes from "./Profile.module.css";
import type { Source } from "./sources";

// Nobody reads on without looking for a number; those are a click away.
const FEW = 40;

interface Props {
  sources: readonly Source[];
  /** All of them at once. */
  whole: boolean;
}

/** The reports that a profile rests on, by their numbers. */
export function Sources({ sources, whole }: Props) {
  const [all, setAll] = useState(false);
  if (sources.length === 0) return null;
  const shown = whole || all ? sources : sources.slice(0, FEW);
  const more = sources.length - shown.length;
  return (
    <section aria-labelledby="sources">
      <Title order={2} size="h6" id="sources" className={classes.heading}>
        Sources
      </Title>
      <ol className={classes.sources}>
        {shown.map((source) => (
          <SourceLine key={source.number} source={source} />
        ))}
      </ol>
      {more > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => setAll(true)}>
          {count(more, "more source")}
        </Button>
      )}
    </section>
  );
}

function SourceLine({ source: { number, report, claimIds } }: { source: Source }) {
  const { open } = useEvidence();
  return (
    <Text component="li" size="sm" value={number}>
      <ArticleLink id={report.article_id}>{report.title ?? report.label}</ArticleLink>
      {report.publisher && (
        <>
          , <Foreign>{report.publisher}</Foreign>
        </>
      )}
      {report.published && `, ${timeWords(report.published)}`}
      {report.url && (
        <>
          , <OriginalAddress url={report.url} />
        </>
      )}{" "}
      {claimIds.length > 0 && (
        <button
          type="button"
          className={classes.more}
          data-print="no"
          aria-label={`Evidence in ${reportWords(report)}`}
          onClick={() => open(claimIds, reportWords(report))}
        >
          evidence
        </button>
      )}
    </Text>
  );
}
