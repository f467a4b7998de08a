/** Lists that come page by page; each hook gives all rows so far as one, and how to get more. */
import {
  type InfiniteData,
  keepPreviousData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
} from "@tanstack/react-query";
import { useMemo } from "react";
import { type Filter, pairsOf } from "@/filter/filter";
import { type Options, queryOf } from "./answers";
import { get } from "./client";
import type { Shapes } from "./shapes";

interface Page<Row> {
  rows: Row[];
  total: number;
  next: string | null;
}

/** A list as far as it is loaded. `data` is undefined until the first page is there. */
export interface Listed<Row, P extends Page<Row>> {
  data: { rows: Row[]; total: number; first: P } | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  hasMore: boolean;
  /** Asks for the next page; does nothing while it is on its way. */
  more: () => void;
  refetch: () => unknown;
}

type Ask<P> = (cursor: string | undefined, signal: AbortSignal) => Promise<P>;

function useList<Row, P extends Page<Row>>(
  key: readonly unknown[],
  ask: Ask<P>,
  { off = false }: Options = {},
): Listed<Row, P> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: P) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: !off,
  });
  return useListed<Row, P>(query);
}

function useListed<Row, P extends Page<Row>>(
  query: UseInfiniteQueryResult<InfiniteData<P>>,
): Listed<Row, P> {
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage, refetch } = query;
  const listed = useMemo(() => {
    const first = data?.pages[0];
    return first && { rows: data.pages.flatMap((page) => page.rows), total: first.total, first };
  }, [data]);
  const more = () => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  };
  return { data: listed, error, isPending, isFetching, hasMore: hasNextPage, more, refetch };
}

/** What a list of actors takes besides the filter. */
export interface Searched {
  /** Words that a name, or any other name, holds. */
  q?: string;
  /** Rows a page. */
  limit?: number;
}

/** Actors, those that most reports name first. */
export function useActors(filter: Filter, extra: Searched = {}, options?: Options) {
  return useList<Shapes["ActorRow"], Shapes["ActorPage"]>(
    ["actors", pairsOf(filter), extra],
    (cursor, signal) => {
      const query = { ...queryOf(filter), ...extra, cursor };
      return get("/api/v1/actors", { params: { query }, signal });
    },
    options,
  );
}

/** Which claims, besides the filter, and in which order. */
export interface ClaimsAsked extends Searched {
  stance?: Shapes["Claim"]["stance"][];
  phase?: NonNullable<Shapes["Claim"]["phase"]>[];
  state?: Shapes["ClaimRow"]["state"][];
  /** Only these, by their ids. */
  claim?: string[];
  sort?:
    | "published"
    | "-published"
    | "when"
    | "-when"
    | "confidence"
    | "-confidence"
    | "predicate"
    | "publisher";
}

/** Claims with their facets (`data.first.facets`). */
export function useClaims(filter: Filter, extra: ClaimsAsked = {}, options?: Options) {
  return useList<Shapes["ClaimRow"], Shapes["ClaimPage"]>(
    ["claims", pairsOf(filter), extra],
    (cursor, signal) => {
      const query = { ...queryOf(filter), ...extra, cursor };
      return get("/api/v1/claims", { params: { query }, signal });
    },
    options,
  );
}

/** In which order, and how many rows a page. */
export interface EventsAsked extends Pick<Searched, "limit"> {
  sort?: "when" | "-when" | "witnesses" | "-witnesses" | "confidence" | "-confidence" | "predicate";
}

/** Events with their facets. */
export function useEvents(filter: Filter, extra: EventsAsked = {}) {
  return useList<Shapes["EventRow"], Shapes["EventPage"]>(
    ["events", pairsOf(filter), extra],
    (cursor, signal) => {
      const query = { ...queryOf(filter), ...extra, cursor };
      return get("/api/v1/events", { params: { query }, signal });
    },
  );
}

/** Since when knowledge is compared, and how many rows a page. */
export interface ChangesAsked extends Pick<Searched, "limit"> {
  known_from?: string;
}

/** What changed between `from` and `to`, by day; with `known_from`, in what was known of it. */
export function useChanges(filter: Filter, extra: ChangesAsked = {}) {
  return useList<Shapes["ChangeRow"], Shapes["ChangePage"]>(
    ["changes", pairsOf(filter), extra],
    (cursor, signal) => {
      const query = { ...queryOf(filter), ...extra, cursor };
      return get("/api/v1/changes", { params: { query }, signal });
    },
  );
}

/** Claims that cannot both hold; `about` names kinds of conflicts. */
export function useConflicts(filter: Filter, about: Shapes["Conflict"]["kind"][] = []) {
  return useList<Shapes["Conflict"], Shapes["ConflictPage"]>(
    ["conflicts", pairsOf(filter), about],
    (cursor, signal) => {
      const query = { ...queryOf(filter), about, cursor };
      return get("/api/v1/conflicts", { params: { query }, signal });
    },
  );
}

/** Articles, the latest first; `from` and `to` are days of publication. */
export function useArticles(filter: Filter, extra: Searched = {}, options?: Options) {
  return useList<Shapes["ArticleRow"], Shapes["ArticlePage"]>(
    ["articles", pairsOf(filter), extra],
    (cursor, signal) => {
      const query = { ...queryOf(filter), ...extra, cursor };
      return get("/api/v1/articles", { params: { query }, signal });
    },
    options,
  );
}

/** Pairs of actors that may be one, the likeliest first. */
export function useCandidates(actor?: string) {
  return useList<Shapes["Candidate"], Shapes["CandidatePage"]>(
    ["candidates", actor],
    (cursor, signal) => {
      const query = { actor, cursor };
      return get("/api/v1/candidates", { params: { query }, signal });
    },
  );
}

/** What reviewers decided, the latest first. */
export function useDecisions() {
  return useList<Shapes["Standing"], Shapes["DecisionPage"]>(["decisions"], (cursor, signal) =>
    get("/api/v1/decisions", { params: { query: { cursor } }, signal }),
  );
}
