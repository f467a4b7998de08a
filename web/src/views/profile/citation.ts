/** How to cite a profile: what it is, of which days, from which store, where. */
import type { Shapes } from "@/api";
import { dayWords, safe, toldBy } from "@/words";

export interface Cited {
  profile: Pick<Shapes["Profile"], "actor" | "reports" | "witnesses">;
  about: Pick<Shapes["About"], "version" | "store" | "edition" | "last_day">;
  /** No report published later is used; absent where all are. */
  known_by: string | undefined;
  /** The address of the page. */
  address: string;
  /** The day on which it is cited. */
  today: string;
}

/** One sentence that a reader of a paper can follow: the same store, filter and version give the same profile. */
export function citation({ profile, about, known_by, address, today }: Cited): string {
  const known = known_by ?? about.last_day;
  const parts = [
    `“${safe(profile.actor.name)}”`,
    known ? `as known by ${dayWords(known)}` : "",
    toldBy(profile.reports, profile.witnesses),
    `in Allegiance ${about.version}, store ${fileOf(about.store)} (edition ${about.edition.slice(0, 12)})`,
    `${address} (read on ${dayWords(today)})`,
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}

/** The store's own name; where it lies on somebody's disk is nobody else's business. */
function fileOf(location: string): string {
  return safe(location.split(/[/\\]/).at(-1) ?? location);
}
