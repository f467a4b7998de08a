import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, memo, type ReactNode, useEffect, useMemo, useRef } from "react";
import { count } from "@/words";
import classes from "./BigTable.module.css";
import { type GridColumn, tracksOf, widthOf } from "./column";
import { Headings } from "./Headings";
import { RowContext } from "./RowLink";
import { useActiveRow } from "./useActiveRow";
import { type Look, shownOf } from "./useLook";

interface Props<Row extends object, Order extends string> {
  /** What the table is of; read out by screen readers. */
  caption: string;
  columns: readonly GridColumn<Row, Order>[];
  /** Those that are loaded; `total` says how many there are. */
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  total: number;
  look: Look;
  order?: Order;
  onOrder?: (order: Order) => void;
  /** Opens what a row rests on. */
  onOpen: (row: Row) => void;
  isOpen: (row: Row) => boolean;
  /** A row where there is no width for columns. */
  card: (row: Row) => ReactNode;
  /** How high that is, in pixels. */
  cardHeight: number;
  narrow: boolean;
  hasMore: boolean;
  /** Asks for the next page. */
  more: () => void;
}

const features = tableFeatures({
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
});
// The next page is asked for when so few rows are left below: a screen or two.
const AHEAD = 60;

/** A table of any length: only what is in view is drawn, pages come as one scrolls, and every row opens its evidence. */
export function BigTable<Row extends object, Order extends string>(props: Props<Row, Order>) {
  const { columns, rows, rowKey, total, look, narrow, hasMore, more } = props;
  const frame = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(columns.map((one) => [one.id, one])), [columns]);
  const table = useTable({
    features,
    columns: useMemo(
      () =>
        columns.map(({ id, label, width }) => ({ id, header: label, size: width, minSize: 40 })),
      [columns],
    ),
    data: rows as Row[],
    getRowId: rowKey,
    columnResizeMode: "onChange",
    state: { columnVisibility: shownOf(columns, look), columnSizing: look.widths },
    onColumnSizingChange: (change) => {
      const widths = typeof change === "function" ? change(look.widths) : change;
      look.set({ widths });
    },
  });
  const { shown: chosen, widths } = look;
  // The same as long as nobody changes them, so that rows in view are not drawn anew while one scrolls.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table says other columns once one is chosen, other sizes once one is dragged.
  const shown = useMemo(
    () =>
      table.getVisibleLeafColumns().flatMap((column) => {
        const one = byId.get(column.id);
        return one
          ? [{ ...one, width: column.getSize(), grows: one.grows && !widths[one.id] }]
          : [];
      }),
    [byId, chosen, widths],
  );
  const sizes = narrow
    ? { "--tracks": "minmax(0, 1fr)", "--least": "0px" }
    : { "--tracks": tracksOf(shown), "--least": `${widthOf(shown)}px` };
  const height = narrow ? props.cardHeight : look.room.height;
  const keys = useActiveRow({
    rows: rows.length,
    screen: Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / height) - 1),
    reach: (index) => virtual.scrollToIndex(index),
    open: (index) => {
      const row = rows[index];
      if (row) props.onOpen(row);
    },
  });
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => height,
    overscan: 12,
    scrollPaddingStart: narrow ? 0 : HEAD_HEIGHT,
    // The row with the focus stays, however far one scrolls away from it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), keys.active])].sort(byNumber),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heights of rows are remembered until told otherwise.
  useEffect(() => virtual.measure(), [height]);
  const items = virtual.getVirtualItems().filter(({ index }) => index < rows.length);
  const last = virtual.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) more();
  }, [hasMore, last, rows.length, more]);

  return (
    <div ref={frame} className={classes.frame} data-narrow={narrow || undefined}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows take the focus is a grid (ARIA APG).
        role="grid"
        aria-label={described(props.caption, total)}
        aria-rowcount={total + 1}
        aria-colcount={narrow ? 1 : shown.length}
        className={classes.table}
        onKeyDown={keys.onKeyDown}
        style={{ ...sizes, "--lines": look.room.lines } as CSSProperties}
      >
        {!narrow && (
          <Headings
            table={table}
            columns={shown}
            order={props.order}
            onOrder={props.onOrder}
            onWidth={(id, width) => look.set({ widths: { ...look.widths, [id]: width } })}
          />
        )}
        <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start, size }) => {
            const row = table.getRowModel().rows[index];
            return (
              row && (
                <tr
                  key={row.id}
                  aria-rowindex={index + 2}
                  aria-selected={props.isOpen(row.original)}
                  className={classes.row}
                  style={{ height: size, transform: `translateY(${start}px)` }}
                  onClick={(event) => !isOwn(event.target) && props.onOpen(row.original)}
                  {...keys.rowProps(index)}
                >
                  <RowContext value={index === keys.active}>
                    {narrow ? (
                      <td className={classes.card}>{props.card(row.original)}</td>
                    ) : (
                      <Cells row={row.original} columns={shown} />
                    )}
                  </RowContext>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellsProps<Row, Order extends string> {
  row: Row;
  columns: readonly GridColumn<Row, Order>[];
}

function PlainCells<Row, Order extends string>({
  row,
  columns,
}: CellsProps<Row, Order>): ReactNode {
  return columns.map((column) => (
    <td key={column.id} className={classes.cell} data-numeric={column.numeric || undefined}>
      <div className={classes.lines}>{column.show(row)}</div>
    </td>
  ));
}

const Cells = memo(PlainCells) as typeof PlainCells;

const HEAD_HEIGHT = 30;

function described(words: string, total: number): string {
  return `${words}: ${count(total, "row")}. Arrow keys move, Enter opens the evidence.`;
}

function byNumber(one: number, other: number): number {
  return one - other;
}

/** Does the click belong to something inside the row: a link, a button, words that are being selected? */
function isOwn(target: EventTarget): boolean {
  const inner = target instanceof Element && target.closest("a, button, input") !== null;
  return inner || window.getSelection()?.type === "Range";
}
