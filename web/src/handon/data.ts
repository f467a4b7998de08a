/** What stands in the page: a stretch of the map with all that it rests on. */
import type { EventRow, Explanation, Report, Shapes } from "@/api";

export const SCHEMA = "allegiance.page/1";

export interface About {
  version: string;
  since: string | null;
  until: string | null;
  known_by: string;
  /** The last day of which it tells. */
  last_day: string;
  /** A map of a day tells events of so many days before it. */
  recent_days: number;
  /** What it was narrowed to: "only Dawn Brigade". */
  narrowed: readonly string[];
}

/** A claim without what many share. */
export interface Told
  extends Pick<Explanation, "claim" | "parties" | "sentence" | "start" | "lights" | "saying"> {
  rules: readonly string[];
  /** Ids. */
  article: string;
  run: string;
}

/** A name that an actor surely bore from the first to the last day, both included; null: open. */
export interface Name {
  name: string;
  first: string | null;
  last: string | null;
}

export interface Page {
  schema: string;
  about: About;
  codebook: Shapes["Codebook"];
  history: Shapes["History"];
  /** By the ids of actors; those alone that took another name. */
  names: Readonly<Record<string, readonly Name[]>>;
  events: EventRow[];
  claims: Told[];
  articles: Report[];
  runs: Explanation["run"][];
}

/**
 * The data of this page.
 *
 * @throws {Error} there is none, or another version wrote it.
 */
export function readPage(text: string | null | undefined): Page {
  const told = JSON.parse(text || "null") as Partial<Page> | null;
  if (told?.schema !== SCHEMA) throw new Error(`This page holds no map (wanted ${SCHEMA}).`);
  return told as Page;
}

/** Claims as the app shows them, by id. */
export function explanationsOf(page: Page): Map<string, Explanation> {
  const articles = new Map(page.articles.map((one) => [one.article_id, one]));
  const runs = new Map(page.runs.map((one) => [one.id, one]));
  const means = new Map(
    page.codebook.predicates.map((one) => [`${one.kind}:${one.predicate}`, one.definition]),
  );
  const found = new Map<string, Explanation>();
  for (const { rules, article, run, ...told } of page.claims) {
    const [report, reader] = [articles.get(article), runs.get(run)];
    if (!report || !reader) continue;
    found.set(told.claim.id, {
      ...told,
      definition: means.get(`${told.claim.kind}:${told.claim.predicate}`) ?? "",
      rules: rules.map((rule) => ({ rule, file: null, number: null, text: null })),
      report,
      run: reader,
      current: true,
      decisions: [],
      corrected: null,
    });
  }
  return found;
}
