/** What a table twin shows of each row. */
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  label: string;
  /** What is sorted by, and shown where there is no `show`. */
  value: (row: Row) => string | number | null;
  /** Numbers stand to the right. */
  numeric?: boolean;
  show?: (row: Row) => ReactNode;
}

export interface Order {
  key: string;
  descending: boolean;
}

const COLLATOR = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** The rows in the order of a column; rows without a value come last either way. Equal rows keep their order. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
): readonly Row[] {
  const column = order && columns.find(({ key }) => key === order.key);
  if (!column) return rows;
  const turn = order.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: column.value(row) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null);
      return turn * compared(one.value, other.value);
    })
    .map(({ row }) => row);
}

function compared(one: string | number, other: string | number): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return COLLATOR.compare(String(one), String(other));
}
