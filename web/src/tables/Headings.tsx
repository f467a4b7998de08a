import { UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import classes from "./BigTable.module.css";
import { type GridColumn, nextOrder, sortOf } from "./column";

type Shown<Order extends string> = Omit<GridColumn<never, Order>, "show">;

interface Sized {
  getHeaderGroups: () => {
    headers: {
      column: { id: string };
      getResizeHandler: () => (event: unknown) => void;
    }[];
  }[];
}

interface Props<Order extends string> {
  table: Sized;
  columns: readonly Shown<Order>[];
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
  onWidth: (id: string, width: number) => void;
}

const NUDGE = 20;
const ICONS = { none: IconArrowsSort, ascending: IconArrowUp, descending: IconArrowDown };

/** The headings of a long table: they sort, and their borders can be dragged, or moved by arrow keys. */
export function Headings<Order extends string>(props: Props<Order>) {
  const { table, columns, order, onOrder, onWidth } = props;
  const resizers = new Map(
    table
      .getHeaderGroups()
      .flatMap(({ headers }) => headers)
      .map((header) => [header.column.id, header.getResizeHandler()]),
  );
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headings}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={classes.heading}
            aria-sort={column.orders && sortOf(column.orders, order)}
            data-numeric={column.numeric || undefined}
          >
            <Sort column={column} order={order} onOrder={onOrder} />
            <Border
              label={column.label}
              width={column.width}
              start={resizers.get(column.id)}
              onWidth={(width) => onWidth(column.id, width)}
            />
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SortProps<Order extends string> {
  column: Shown<Order>;
  order: Order | undefined;
  onOrder: ((order: Order) => void) | undefined;
}

function Sort<Order extends string>({ column, order, onOrder }: SortProps<Order>) {
  const { label, orders } = column;
  if (!orders || !onOrder || order === undefined) return <span>{label}</span>;
  const Icon = ICONS[sortOf(orders, order)];
  return (
    <UnstyledButton className={classes.sort} onClick={() => onOrder(nextOrder(orders, order))}>
      {label}
      <Icon size={12} aria-hidden="true" />
    </UnstyledButton>
  );
}

interface BorderProps {
  label: string;
  width: number;
  start: ((event: unknown) => void) | undefined;
  onWidth: (width: number) => void;
}

/** The border behind a heading. */
function Border({ label, width, start, onWidth }: BorderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -NUDGE, ArrowRight: NUDGE }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onWidth(Math.max(40, width + by));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of a page cannot be moved.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={Math.round(width)}
      aria-valuemin={40}
      aria-valuemax={4000}
      tabIndex={0}
      className={classes.border}
      onMouseDown={start}
      onTouchStart={start}
      onKeyDown={onKeyDown}
    />
  );
}
