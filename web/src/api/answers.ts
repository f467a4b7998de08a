/** One hook a question. What depends on the filter keeps its last answer in view until the next one is there. */
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { type Filter, pairsOf } from "@/filter/filter";
import { get } from "./client";
import type { paths } from "./schema";

type Path = keyof paths;
/** What a path takes besides the filter. */
type Extra<P extends Path> = paths[P] extends { get: { parameters: { query?: infer Query } } }
  ? Omit<NonNullable<Query>, keyof Filter>
  : never;
/** Ask nothing as long as it is off. */
export interface Options {
  off?: boolean;
}

/** The filter as the client's query; what is not set is not sent. */
export function queryOf(filter: Filter) {
  const { kind, source, alleged, reviewed_only, ...rest } = filter;
  const switches = { alleged: alleged || undefined, reviewed_only: reviewed_only || undefined };
  return { ...rest, ...switches, kind: [...kind], source: [...source] };
}

/** The program and its store: how much it holds, its first and last day, publishers, formats of export. */
export function useAbout() {
  return useQuery({
    queryKey: ["about"],
    queryFn: ({ signal }) => get("/api/v1/about", { signal }),
  });
}

/** What every predicate, phase and stance means. It does not change while the server runs. */
export function useCodebook() {
  return useQuery({
    queryKey: ["codebook"],
    queryFn: ({ signal }) => get("/api/v1/codebook", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The map of a day: its best-witnessed actors, at most `limit`, and how many are hidden. */
export function useNetwork(filter: Filter, limit = 300) {
  return useQuery({
    queryKey: ["network", pairsOf(filter), limit],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), limit };
      return get("/api/v1/network", { params: { query }, signal });
    },
    placeholderData: keepPreviousData,
  });
}

/** Stretches of relations between `from` and `to`, of the best-witnessed actors, and how many are hidden. */
export function useHistory(
  filter: Filter,
  extra: Extra<"/api/v1/history"> = {},
  { off = false }: Options = {},
) {
  return useQuery({
    queryKey: ["history", pairsOf(filter), extra],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), ...extra };
      return get("/api/v1/history", { params: { query }, signal });
    },
    placeholderData: keepPreviousData,
    enabled: !off,
  });
}

/** Every relation of the filter's days once, without its times. */
export function useTies(filter: Filter) {
  return useQuery({
    queryKey: ["ties", pairsOf(filter)],
    queryFn: ({ signal }) => get("/api/v1/ties", { params: { query: queryOf(filter) }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The signed network of a day: triads, frustration, factions. */
export function useBalance(filter: Filter, { off = false }: Options = {}) {
  return useQuery({
    queryKey: ["balance", pairsOf(filter)],
    queryFn: ({ signal }) => get("/api/v1/balance", { params: { query: queryOf(filter) }, signal }),
    placeholderData: keepPreviousData,
    enabled: !off,
  });
}

/** Places with their events, or with those who hold them. */
export function usePlaces(filter: Filter, only: NonNullable<Extra<"/api/v1/places">["only"]>) {
  return useQuery({
    queryKey: ["places", pairsOf(filter), only],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), only };
      return get("/api/v1/places", { params: { query }, signal });
    },
    placeholderData: keepPreviousData,
  });
}

/** How many events a day, a week, a month, a quarter or a year. */
export function useDays(filter: Filter, grain: NonNullable<Extra<"/api/v1/days">["grain"]>) {
  return useQuery({
    queryKey: ["days", pairsOf(filter), grain],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), grain };
      return get("/api/v1/days", { params: { query }, signal });
    },
    placeholderData: keepPreviousData,
  });
}

/** How much of a profile: of each section so many lines, of each line the reports of so many claims, or one section alone. */
export type PartOfProfile = Omit<
  NonNullable<paths["/api/v1/actors/{actor}/overview"]["get"]["parameters"]["query"]>,
  "known_by"
>;

function partOf(actor: string | undefined, known_by: string | undefined, part: PartOfProfile) {
  return {
    queryKey: ["profile", actor, known_by, part],
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const params = { path: { actor: actor ?? "" }, query: { known_by, ...part } };
      return get("/api/v1/actors/{actor}/overview", { params, signal });
    },
    enabled: Boolean(actor),
    // Of the same actor alone: as known by another day it is much the same.
    placeholderData: <Data>(last: Data | undefined, query?: { queryKey: readonly unknown[] }) =>
      query?.queryKey[1] === actor ? last : undefined,
  };
}

/** What reports say of one actor, by the part; nothing is asked without one. */
export function useProfile(
  actor: string | undefined,
  known_by?: string,
  part: PartOfProfile = {},
  { off = false }: Options = {},
) {
  return useQuery(partOf(off ? undefined : actor, known_by, part));
}

/** Several parts of one profile, as far as they have come, in the order given. */
export function useProfileParts(
  actor: string,
  known_by: string | undefined,
  parts: readonly PartOfProfile[],
) {
  return useQueries({
    queries: parts.map((part) => partOf(actor, known_by, part)),
    combine: present,
  });
}

function present<Data>(answers: { data?: Data | undefined }[]): Data[] {
  return answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
}

/** An article, its text, and everything that was read in it. */
export function useArticle(article_id: string | undefined) {
  return useQuery({
    queryKey: ["article", article_id],
    queryFn: ({ signal }) => {
      const params = { path: { article_id: article_id ?? "" } };
      return get("/api/v1/articles/{article_id}", { params, signal });
    },
    enabled: Boolean(article_id),
  });
}

/** An event and all that tell it, by independent witness. */
export function useEvent(event_id: string | undefined, known_by?: string) {
  return useQuery({
    queryKey: ["event", event_id, known_by],
    queryFn: ({ signal }) => {
      const params = { path: { event_id: event_id ?? "" }, query: { known_by } };
      return get("/api/v1/events/{event_id}", { params, signal });
    },
    enabled: Boolean(event_id),
  });
}

/** Why claims stand in the store: sentence, speaker, report, rule. In the order of the ids; the API takes 100 at most. */
export function useExplanations(claimIds: readonly string[]) {
  return useQuery({
    queryKey: ["explanations", claimIds],
    queryFn: ({ signal }) => {
      const query = { claim: [...claimIds] };
      return get("/api/v1/explanations", { params: { query }, signal });
    },
    enabled: claimIds.length > 0,
  });
}

/** Articles and claims that hold the words. Nothing is asked without words. */
export function useSearch(words: string, limit = 20) {
  return useQuery({
    queryKey: ["search", words, limit],
    queryFn: ({ signal }) =>
      get("/api/v1/search", { params: { query: { q: words, limit } }, signal }),
    placeholderData: keepPreviousData,
    enabled: words.trim() !== "",
  });
}

/** The claims that most need a reviewer, the most urgent first. */
export function useQueue(filter: Filter, extra: Extra<"/api/v1/review/queue"> = {}) {
  return useQuery({
    queryKey: ["queue", pairsOf(filter), extra],
    queryFn: ({ signal }) => {
      const query = { ...queryOf(filter), ...extra };
      return get("/api/v1/review/queue", { params: { query }, signal });
    },
    placeholderData: keepPreviousData,
  });
}

/** How far two reviewers agree. */
export function useAgreement() {
  return useQuery({
    queryKey: ["agreement"],
    queryFn: ({ signal }) => get("/api/v1/agreement", { signal }),
  });
}

// Often enough to see a bar move.
const LOOK_MS = 500;

/** Reports that are being read; asked for again and again until they are read. */
export function useJob(job_id: string | undefined) {
  return useQuery({
    queryKey: ["job", job_id],
    queryFn: ({ signal }) => {
      const params = { path: { job_id: job_id ?? "" } };
      return get("/api/v1/jobs/{job_id}", { params, signal });
    },
    enabled: Boolean(job_id),
    refetchInterval: ({ state: { data } }) =>
      data && ["done", "stopped", "failed"].includes(data.state) ? false : LOOK_MS,
  });
}

/** All jobs of this server, the latest first. */
export function useJobs() {
  return useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => get("/api/v1/jobs", { signal }),
  });
}
