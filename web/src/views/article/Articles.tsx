import { Badge, Table, Text } from "@mantine/core";
import type { Shapes } from "@/api";
import { useArticles } from "@/api";
import { useFilter } from "@/filter";
import { Page } from "@/frame";
import { Found, type Heading } from "@/views/listing/Found";
import { Sought, useSought } from "@/views/listing/Sought";
import { count, Foreign, numberWords, timeWords } from "@/words";
import { ArticleLink } from "./ArticleHead";

/** The reports of the store, the latest first. */
export default function Articles() {
  const { filter } = useFilter();
  const { q, setQ } = useSought();
  const listed = useArticles(filter, q ? { q } : {});
  const total = listed.data && count(listed.data.total, "report");
  return (
    <Page title="Articles" aside={<Text size="sm">{total}</Text>}>
      <Sought q={q} onChange={setQ} label="Words in the title or the text" />
      <Found listed={listed} of="reports" caption="Reports, the latest first" head={HEAD}>
        {(row) => <Row key={row.report.article_id} row={row} />}
      </Found>
    </Page>
  );
}

const HEAD: readonly Heading[] = [
  { label: "Report" },
  { label: "Publisher" },
  { label: "Published" },
  { label: "Language", wide: true },
  { label: "Claims" },
];

function Row({ row: { report, language, reprint_of, claims } }: { row: Shapes["ArticleRow"] }) {
  return (
    <Table.Tr>
      <Table.Td>
        <ArticleLink id={report.article_id}>{report.title ?? report.label}</ArticleLink>{" "}
        {reprint_of && (
          <Badge variant="outline" title="It copies or rewrites another report">
            reprint
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{report.publisher && <Foreign>{report.publisher}</Foreign>}</Table.Td>
      <Table.Td>{timeWords(report.published)}</Table.Td>
      <Table.Td visibleFrom="sm">{language}</Table.Td>
      <Table.Td ta="end">{numberWords(claims)}</Table.Td>
    </Table.Tr>
  );
}
