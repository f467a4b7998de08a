/** A report as one cites it, and claims by as much of their id as one has to type. */

import { safe } from "./foreign";
import { timeWords, type When } from "./times";

/** What a citation needs of a report. */
export interface Cited {
  title: string | null;
  publisher: string | null;
  published: When | null;
  label: string;
}

/** "Harbour News Bureau, 22 Dec 2012, Belmokhtar leaves AQIM"; the file's name where nothing is known. */
export function reportWords(report: Cited): string {
  const parts = [report.publisher, timeWords(report.published), report.title];
  const known = parts.filter((part): part is string => Boolean(part)).map(safe);
  return known.join(", ") || safe(report.label);
}

/** "claim-67a66367a5d38b2c" as "67a66367". */
export function short(id: string): string {
  return id.replace(/^[a-z]+-/, "").slice(0, 8);
}
