import { Button, Table } from "@mantine/core";
import type { ReactNode } from "react";
import type { Listed } from "@/api";
import { Answered, Nothing } from "@/frame";
import { count } from "@/words";
import classes from "./Found.module.css";

/** The heading of a column; where it is for wide pages, so are its cells (`visibleFrom="sm"`). */
export interface Heading {
  label: string;
  wide?: boolean;
}

interface Props<Row> {
  listed: Pick<
    Listed<Row, { rows: Row[]; total: number; next: string | null }>,
    "data" | "error" | "refetch" | "hasMore" | "isFetching" | "more"
  >;
  /** What there may be none of: "reports". */
  of: string;
  caption: string;
  /** Of the columns; the last one is of numbers. */
  head: readonly Heading[];
  children: (row: Row) => ReactNode;
}

/** A list that comes page by page as a table, with a button for more. */
export function Found<Row>({ listed, of, caption, head, children }: Props<Row>) {
  return (
    <Answered asked={listed}>
      {({ rows, total }) =>
        rows.length === 0 ? (
          <Nothing of={of} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
          <section className={classes.frame} tabIndex={0} aria-label={caption}>
            <Table highlightOnHover verticalSpacing={6} fz="sm">
              <Table.Thead>
                <Table.Tr>
                  {head.map(({ label, wide }, number) => (
                    <Table.Th
                      key={label}
                      scope="col"
                      visibleFrom={wide ? "sm" : undefined}
                      ta={number === head.length - 1 ? "end" : undefined}
                    >
                      {label}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>{rows.map(children)}</Table.Tbody>
            </Table>
            {listed.hasMore && (
              <Button
                size="xs"
                variant="default"
                mt="sm"
                loading={listed.isFetching}
                onClick={listed.more}
              >
                {count(total - rows.length, "more row")}
              </Button>
            )}
          </section>
        )
      }
    </Answered>
  );
}
