import { Button, Table, Text, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { count, Foreign } from "@/words";
import { type Column, type Order, sorted } from "./columns";
import classes from "./DataTable.module.css";
import { useEvidence } from "./useEvidence";

interface Props<Row> {
  /** What the table is of; read out by screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The claims that a row rests on, and the title they are shown under. */
  evidence?: (row: Row) => { claimIds: readonly string[]; title: string };
}

// More rows are drawn when asked for: a table of thousands would stall the page.
const ROWS = 200;

/** A plain table that sorts by any column and opens the evidence of any row. */
export function DataTable<Row>({ caption, columns, rows, rowKey, evidence }: Props<Row>) {
  const [order, setOrder] = useState<Order | null>(null);
  const [most, setMost] = useState(ROWS);
  const inOrder = useMemo(() => sorted(rows, columns, order), [rows, columns, order]);
  const more = rows.length - most;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={classes.frame} tabIndex={0} aria-label={`${caption}, as a table`}>
      <Table striped highlightOnHover stickyHeader verticalSpacing={4} fz="sm">
        <Table.Caption>{`${caption}: ${count(rows.length, "row")}`}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} onSort={setOrder} />
            ))}
            {evidence && <Table.Th scope="col">Evidence</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder.slice(0, most).map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column) => (
                <Table.Td key={column.key} className={column.numeric ? classes.number : undefined}>
                  {shown(column, row)}
                </Table.Td>
              ))}
              {evidence && (
                <Table.Td>
                  <EvidenceButton {...evidence(row)} />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {more > 0 && (
        <Button size="xs" variant="default" onClick={() => setMost(most + ROWS)}>
          {count(more, "more row")}
        </Button>
      )}
    </section>
  );
}

function shown<Row>(column: Column<Row>, row: Row) {
  if (column.show) return column.show(row);
  const value = column.value(row);
  return typeof value === "string" ? <Foreign>{value}</Foreign> : value;
}

interface HeadProps<Row> {
  column: Column<Row>;
  order: Order | null;
  onSort: (order: Order) => void;
}

function Head<Row>({ column, order, onSort }: HeadProps<Row>) {
  const sort = order?.key === column.key ? (order.descending ? "descending" : "ascending") : "none";
  const Icon = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown }[sort];
  return (
    <Table.Th scope="col" aria-sort={sort}>
      <UnstyledButton
        className={classes.sort}
        onClick={() => onSort({ key: column.key, descending: sort === "ascending" })}
      >
        {column.label}
        <Icon size={12} aria-hidden="true" />
      </UnstyledButton>
    </Table.Th>
  );
}

/** Opens the evidence of some claims; says how many. */
export function EvidenceButton({
  claimIds,
  title,
}: {
  claimIds: readonly string[];
  title: string;
}) {
  const { open } = useEvidence();
  if (claimIds.length === 0) return <Text size="xs">none</Text>;
  return (
    <Button size="compact-xs" variant="default" onClick={() => open(claimIds, title)}>
      {count(claimIds.length, "claim")}
    </Button>
  );
}
