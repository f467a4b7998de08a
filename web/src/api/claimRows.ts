/** Claims by their ids, a row each, where a view holds ids and needs the words. */
import { useQueries } from "@tanstack/react-query";
import { get } from "./client";
import type { ClaimRow } from "./shapes";

// An address of so many ids stays well under what servers take (8 kB); what lies behind the last is asked for nowhere.
const WINDOW = 100;
const WINDOWS = 10;

/**
 * The rows of claims as far as they have come, by id. Without their order.
 *
 * @param ids - at most 1,000 of them are asked for.
 */
export function useClaimRows(ids: readonly string[]): ReadonlyMap<string, ClaimRow> {
  return useQueries({
    queries: windowsOf(ids).map((claim) => ({
      queryKey: ["claim rows", claim],
      queryFn: ({ signal }: { signal: AbortSignal }) => {
        const query = { claim, limit: WINDOW, alleged: true };
        return get("/api/v1/claims", { params: { query }, signal });
      },
    })),
    combine: rowsOf,
  });
}

function windowsOf(ids: readonly string[]): string[][] {
  const number = Math.min(Math.ceil(ids.length / WINDOW), WINDOWS);
  return Array.from({ length: number }, (_, at) => ids.slice(at * WINDOW, (at + 1) * WINDOW));
}

function rowsOf(answers: { data?: { rows: ClaimRow[] } | undefined }[]) {
  return new Map(answers.flatMap(({ data }) => data?.rows ?? []).map((row) => [row.id, row]));
}
