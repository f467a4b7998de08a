/** What a long table shows of each row, and how it is laid out. */
import type { ReactNode } from "react";

export interface GridColumn<Row, Order extends string = string> {
  id: string;
  label: string;
  /** Pixels, until somebody drags the border. */
  width: number;
  /** Takes what is left of the width. */
  grows?: boolean;
  /** Numbers stand to the right. */
  numeric?: boolean;
  /** Shown only once it is chosen. */
  spare?: boolean;
  /** Always shown: without it a row says nothing. */
  fixed?: boolean;
  /** The server's orders by this column: the one of the first click, then its reverse where there is one. */
  orders?: readonly [first: Order, second?: Order];
  show: (row: Row) => ReactNode;
}

/** How much room a row has: its height in pixels and how many lines of a text it shows. */
export interface Density {
  name: string;
  height: number;
  lines: number;
}

export const DENSITIES: readonly [Density, ...Density[]] = [
  { name: "normal", height: 50, lines: 2 },
  { name: "compact", height: 30, lines: 1 },
  { name: "roomy", height: 94, lines: 4 },
];

/** The order that a click on a heading leads to: first, second, first again. */
export function nextOrder<Order extends string>(
  orders: readonly [first: Order, second?: Order],
  now: Order,
): Order {
  const [first, second] = orders;
  return now === first && second ? second : first;
}

/** How a heading is sorted, in the words of ARIA: an order with a minus before it goes down. */
export function sortOf<Order extends string>(
  orders: readonly (Order | undefined)[] | undefined,
  now: Order | undefined,
): "none" | "ascending" | "descending" {
  if (!now || !orders?.includes(now)) return "none";
  return now.startsWith("-") ? "descending" : "ascending";
}

/** Columns as tracks of a CSS grid: each as wide as it is, those that grow share the rest. */
export function tracksOf(columns: readonly { width: number; grows?: boolean }[]): string {
  return columns
    .map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(" ");
}

/** The least width that all of them take, in pixels. */
export function widthOf(columns: readonly { width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
