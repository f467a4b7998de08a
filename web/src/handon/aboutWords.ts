/** What the page is, in sentences: nobody who gets it has to ask. */
import { count, dayWords, safe } from "@/words";
import type { Page } from "./data";

/** One text a line. */
export function aboutWords({ about, history, events, claims, articles }: Page): string[] {
  const from = about.since ? dayWords(about.since) : "the first day told of";
  const to = about.until ? dayWords(about.until) : "the last";
  const days = about.since && about.since === about.until ? `On ${from}` : `From ${from} to ${to}`;
  const narrowed = about.narrowed.length ? `; ${about.narrowed.map(safe).join("; ")}` : "";
  const sizes = [
    count(history.intervals.length, "stretch of a relation", "stretches of relations"),
    count(events.length, "event"),
    count(claims.length, "claim"),
    count(articles.length, "report"),
  ];
  return [
    `${days}, by what was published up to ${dayWords(about.known_by)}${narrowed}.`,
    `Reported, not established: every line leads to the sentences that say so. ${sizes.join(", ")}. Made by Allegiance ${about.version}.`,
  ];
}
