/** Addresses of the API for what the browser itself loads: downloads. */
import { type Filter, pairsOf } from "@/filter/filter";
import { API } from "./client";

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

const PAGED: ReadonlySet<Table> = new Set(["claims", "events", "actors", "conflicts"]);

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
  // A page of rows is for the screen; a table is whole by itself.
  const whole: [string, string][] = form === "json" && PAGED.has(table) ? [["whole", "true"]] : [];
  const query = new URLSearchParams([...pairsOf(filter), ...given, ...whole]).toString();
  return `${API}/${table}${form === "csv" ? ".csv" : ""}${query && `?${query}`}`;
}

/** The map and all it rests on in one of the formats that `useAbout().data.formats` lists. */
export function exportHref(format: string, filter: Filter): string {
  const query = new URLSearchParams(pairsOf(filter)).toString();
  return `${API}/export/${encodeURIComponent(format)}${query && `?${query}`}`;
}
