import { useParams } from "react-router";
import { useArticle } from "@/api";
import { Answered, Page } from "@/frame";
import { safe } from "@/words";
import { ArticleHead } from "./ArticleHead";
import { Reader } from "./Reader";
import type { ArticleRead } from "./reads";

/** A report with all that was read in it. */
export default function Article() {
  const { id } = useParams();
  const asked = useArticle(id);
  const title = asked.data ? titleOf(asked.data) : "Article";
  return (
    <Page title={title}>
      <Answered asked={asked}>
        {(article) => (
          <>
            <ArticleHead article={article} />
            <Reader key={article.report.article_id} article={article} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function titleOf({ report }: ArticleRead): string {
  return safe(report.title ?? report.label);
}
