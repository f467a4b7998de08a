import { Stack, Text } from "@mantine/core";
import { useArticle } from "@/api";
import { FilterLink } from "@/filter";
import { dayWords, Foreign, reportWords, timeWords } from "@/words";
import { OriginalAddress } from "./OriginalAddress";
import type { ArticleRead } from "./reads";

/** Who published it when, where, and what copies what. */
export function ArticleHead({ article }: { article: ArticleRead }) {
  const { report, byline, language, known_on, reprint_of, copies } = article;
  const published = timeWords(report.published);
  const facts = [report.publisher, published || "no day of publication", byline, language];
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).map((fact, number) => (
          <span key={fact}>
            {number > 0 && " · "}
            <Foreign>{fact ?? ""}</Foreign>
          </span>
        ))}
        {` · out by ${dayWords(known_on)}`}
      </Text>
      {report.url && (
        <Text size="sm">
          <OriginalAddress url={report.url} />
        </Text>
      )}
      {reprint_of && <Original id={reprint_of} />}
      {copies.length > 0 && (
        <Text size="sm">
          Copied or rewritten by{" "}
          {copies.map((copy, number) => (
            <span key={copy.article_id}>
              {number > 0 && "; "}
              <ArticleLink id={copy.article_id}>{reportWords(copy)}</ArticleLink>
            </span>
          ))}
        </Text>
      )}
    </Stack>
  );
}

/** What a reprint goes back to; both together are one witness. */
function Original({ id }: { id: string }) {
  const report = useArticle(id).data?.report;
  return (
    <Text size="sm">
      A reprint or rewrite of{" "}
      <ArticleLink id={id}>{report ? reportWords(report) : "another report"}</ArticleLink>: the two
      count as one witness
    </Text>
  );
}

/** A link to an article; what stands in it, strangers wrote. */
export function ArticleLink({ id, children }: { id: string; children: string }) {
  return (
    <FilterLink to={`/articles/${encodeURIComponent(id)}`} inherit>
      <Foreign>{children}</Foreign>
    </FilterLink>
  );
}
