import { Anchor, Table, Text } from "@mantine/core";
import { useEffect, useMemo, useRef } from "react";
import { useParams } from "react-router";
import type { Report } from "@/api";
import { EvidenceButton } from "@/evidence";
import { Page as Frame } from "@/frame";
import { Foreign, reportWords, timeWords } from "@/words";
import type { Page } from "./data";
import classes from "./HandOn.module.css";

/** The reports, as one cites them, with the claims that stand in each. */
export function SourcesPart({ page }: { page: Page }) {
  const { id } = useParams();
  const claims = useMemo(() => claimsByArticle(page), [page]);
  const here = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another report is asked for.
  useEffect(() => {
    here.current?.scrollIntoView({ block: "center" });
  }, [id]);
  return (
    <Frame title="Sources">
      <Text size="sm" c="dimmed">
        The texts of the reports are not in this page; the sentences that claims rest on are.
      </Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section style={{ overflowX: "auto" }} tabIndex={0} aria-label="Sources">
        <Table striped fz="sm" verticalSpacing={4} miw={640}>
          <Table.Thead>
            <Table.Tr>
              {["Published", "Publisher", "Title", "Address", "Evidence"].map((name) => (
                <Table.Th key={name} scope="col">
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {page.articles.map((report) => {
              const asked = report.article_id === id;
              return (
                <Table.Tr
                  key={report.article_id}
                  ref={asked ? here : undefined}
                  className={asked ? classes.lit : undefined}
                >
                  <Row report={report} claims={claims.get(report.article_id) ?? []} />
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </section>
    </Frame>
  );
}

function Row({ report, claims }: { report: Report; claims: readonly string[] }) {
  return (
    <>
      <Table.Td>{timeWords(report.published) || "unknown"}</Table.Td>
      <Table.Td>
        <Foreign>{report.publisher ?? "unknown"}</Foreign>
      </Table.Td>
      <Table.Td>
        <Foreign>{report.title ?? report.label}</Foreign>
      </Table.Td>
      <Table.Td>
        <Address url={report.url} />
      </Table.Td>
      <Table.Td>
        <EvidenceButton claimIds={claims} title={reportWords(report)} />
      </Table.Td>
    </>
  );
}

/** Only addresses of the web are links: a report may say that it stands anywhere. */
function Address({ url }: { url: string | null }) {
  if (!url) return null;
  if (!/^https?:\/\//i.test(url)) return <Foreign>{url}</Foreign>;
  return (
    <Anchor href={url} target="_blank" rel="noopener noreferrer" inherit>
      <Foreign>{url}</Foreign>
    </Anchor>
  );
}

function claimsByArticle({ claims }: Page): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { claim, article } of claims)
    found.set(article, [...(found.get(article) ?? []), claim.id]);
  return found;
}
