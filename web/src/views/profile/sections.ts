/** The headings of a profile, in their fixed order (`records.answer.SECTIONS`). */
import type { Shapes } from "@/api";

export type Line = Shapes["Line"];
export type Section = Line["section"];

// As a record, so that the compiler says when the API knows a section that has no heading.
const HEADINGS: Record<Section, string> = {
  leaders: "Leaders",
  above: "Above it",
  below: "Below it",
  allies: "Allies",
  rivals: "Rivals",
  places: "Places held",
  changes: "Splits, mergers and successions",
  support: "Support given and received",
  truces: "Truces and neutrality",
  events: "Latest events",
};

/** One heading with what stands under it. */
export interface Part {
  section: Section;
  heading: string;
  lines: readonly Line[];
}

/** A profile's lines under their headings; a heading without any is left out. */
export function partsOf(lines: readonly Line[]): Part[] {
  const sections = Object.keys(HEADINGS) as Section[];
  return sections
    .map((section) => ({
      section,
      heading: HEADINGS[section],
      lines: lines.filter((line) => line.section === section),
    }))
    .filter((part) => part.lines.length > 0);
}

/** What tells a line from the others of its profile. */
export function keyOf(line: Line): string {
  return [line.section, line.predicate, line.what, line.claim_ids.join()].join();
}
