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

/** The same answer as a file: CSV or JSON, under the filter, with what else the question takes. */
export function tableHref(
  table: Table,
  form: "csv" | "json",
  filter: Filter,
  extra: Record<string, string> = {},
): string {
  const query = new URLSearchParams([...pairsOf(filter), ...Object.entries(extra)]).toString();
  return `${API}/${table}${form === "csv" ? ".csv" : ""}${query && `?${query}`}`;
}

/** The map and all it rests on in one of the formats that `useAbout().data.formats` lists. */
export function exportHref(format: string, filter: Filter): string {
  const query = new URLSearchParams(pairsOf(filter)).toString();
  return `${API}/export/${encodeURIComponent(format)}${query && `?${query}`}`;
}
