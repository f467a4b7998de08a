import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { type Fault, type Filter, NO_FILTER, pairsOf, parseFilter, writeFilter } from "./filter";

/** The filter of the page, and how to change it. */
export interface Filtering {
  filter: Filter;
  /** Parameters of the URL that could not be used. */
  faults: Fault[];
  /** Changes some fields; `undefined` clears one. `replace` leaves no step to go back to, as a moving slider wants. */
  set: (patch: Partial<Filter>, options?: { replace?: boolean }) => void;
  /** Clears everything, the days too. */
  reset: () => void;
  /** The filter alone as a query string, "?on=2014-02-10" or "". */
  search: string;
}

/** Reads and writes the one filter, which lives in the URL. */
export function useFilter(): Filtering {
  const [params, setParams] = useSearchParams();
  const { filter, faults } = useMemo(() => parseFilter(params), [params]);
  const set = useCallback<Filtering["set"]>(
    (patch, { replace = false } = {}) =>
      setParams((now) => writeFilter({ ...parseFilter(now).filter, ...patch }, now), {
        replace,
        preventScrollReset: true,
      }),
    [setParams],
  );
  const reset = useCallback(
    () => setParams((now) => writeFilter(NO_FILTER, now), { preventScrollReset: true }),
    [setParams],
  );
  return { filter, faults, set, reset, search: searchOf(filter) };
}

/** A query string with the filter in it: what every link from view to view carries. */
export function searchOf(filter: Filter): string {
  const text = new URLSearchParams(pairsOf(filter)).toString();
  return text && `?${text}`;
}
