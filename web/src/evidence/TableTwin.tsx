import { Group, SegmentedControl } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useSearchParams } from "react-router";
import type { Besides, Table } from "@/api";
import type { Column } from "./columns";
import { DataTable } from "./DataTable";
import { Downloads } from "./Downloads";
import classes from "./TableTwin.module.css";

interface Props<Row> {
  /** What both show: "Relations on 10 Feb 2014". */
  title: string;
  picture: ReactNode;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  evidence?: (row: Row) => { claimIds: readonly string[]; title: string };
  /** The answer that both are made of, for CSV and JSON. */
  table: Table;
  /** What the question takes besides the filter. */
  extra?: Besides;
  /** More buttons: exports of the picture, zoom. */
  tools?: ReactNode;
}

const AS = "as";

/** Is the table shown, not the picture? */
export function useIsTable(): boolean {
  return useSearchParams()[0].get(AS) === "table";
}

/** A picture and the table that says the same; "as=table" in the URL, T on the keyboard. */
export function TableTwin<Row>({ title, picture, tools, table, extra, ...rest }: Props<Row>) {
  const [, setParams] = useSearchParams();
  const as = useIsTable() ? "table" : "picture";
  const show = (form: string) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        if (form === "table") written.set(AS, form);
        else written.delete(AS);
        return written;
      },
      { replace: true, preventScrollReset: true },
    );
  useHotkeys([["t", () => show(as === "table" ? "picture" : "table")]]);
  return (
    <section className={classes.twin} aria-label={title}>
      <Group gap="xs" justify="space-between" className={classes.tools} data-print="no">
        <SegmentedControl
          size="xs"
          aria-label="Shown as"
          value={as}
          onChange={show}
          data={[
            { value: "picture", label: "Picture" },
            { value: "table", label: "Table" },
          ]}
        />
        <Group gap="xs">
          {tools}
          <Downloads table={table} extra={extra} />
        </Group>
      </Group>
      <div className={classes.stage}>
        {as === "table" ? <DataTable caption={title} {...rest} /> : picture}
      </div>
    </section>
  );
}
