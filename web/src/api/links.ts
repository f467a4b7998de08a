/** Addresses of the API for what the browser itself loads: downloads. */
import { type Filter, pairsOf } from "@/filter/filter";
import { API } from "./client";

type Pairs = [name: string, value: string][];

/** Answers that can be had as a table, too. */
export type Table =
  | "network"
  | "history"
  | "changes"
  | "claims"
  | "events"
  | "actors"
  | "conflicts"
  | "places"
  | "days";

/** More actors than the API gives, so that it gives all. */
export const ALL_ACTORS = 100_000;
const ALL_ROWS: Pairs = [["whole", "true"]];
const OF_ALL: Pairs = [["limit", String(ALL_ACTORS)]];
/** What asks for all of an answer of which a part comes by itself. */
const WHOLE: ReadonlyMap<Table, Pairs> = new Map([
  ["claims", ALL_ROWS],
  ["events", ALL_ROWS],
  ["actors", ALL_ROWS],
  ["conflicts", ALL_ROWS],
  ["changes", ALL_ROWS],
  ["network", OF_ALL],
  ["history", OF_ALL],
]);

/** What a question takes besides the filter, a list for what may be given several times; empty texts are not sent. */
export type Besides = Readonly<Record<string, string | readonly string[]>>;

/** The same answer as a file: CSV or JSON, under the filter, with what else the question takes. */
export function tableHref(
  table: Table,
  form: "csv" | "json",
  filter: Filter,
  extra: Besides = {},
): string {
  const besides = Object.entries(extra).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  const given = besides.filter(([, value]) => value !== "");
  // A page of rows, or of the best-witnessed actors, is for the screen; a table is whole by itself.
  const whole = form === "json" ? (WHOLE.get(table) ?? []) : [];
  const query = new URLSearchParams([...pairsOf(filter), ...given, ...whole]).toString();
  return `${API}/${table}${form === "csv" ? ".csv" : ""}${query && `?${query}`}`;
}

/** The map and all it rests on in one of the formats that `useAbout().data.formats` lists. */
export function exportHref(format: string, filter: Filter): string {
  const query = new URLSearchParams(pairsOf(filter)).toString();
  return `${API}/export/${encodeURIComponent(format)}${query && `?${query}`}`;
}
