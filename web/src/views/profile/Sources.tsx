import { Text, Title } from "@mantine/core";
import { useEvidence } from "@/evidence";
import { ArticleLink } from "@/views/article/ArticleHead";
import { OriginalAddress } from "@/views/article/OriginalAddress";
import { Foreign, reportWords, timeWords } from "@/words";
import classes from "./Profile.module.css";
import type { Source } from "./sources";

/** The reports that a profile rests on, by their numbers. */
export function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <Title order={2} size="h6" id="sources" className={classes.heading}>
        Sources
      </Title>
      <ol className={classes.sources}>
        {sources.map((source) => (
          <SourceLine key={source.number} source={source} />
        ))}
      </ol>
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
