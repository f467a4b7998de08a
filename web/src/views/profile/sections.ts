/** The headings of a profile (`records.answer.SECTIONS`). */
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

/** A line with its stretch of the history; null where it has none. */
export type LineSeen = Shapes["LineSeen"];

/** One heading with what stands under it. */
export interface Part {
  section: Section;
  heading: string;
  lines: readonly LineSeen[];
  /** How many more lines there are. */
  more: number;
}

/**
 * A profile's lines under their headings.
 *
 * @param whole - answers with more lines of some sections than the profile has.
 */
export function partsOf(
  profile: Pick<Shapes["Overview"], "sections">,
  whole: readonly Pick<Shapes["Overview"], "sections">[] = [],
): Part[] {
  const longer = new Map(
    whole.flatMap(({ sections }) => sections.map((one) => [one.section, one] as const)),
  );
  return profile.sections.map((one) => {
    const { section, total, lines } = longer.get(one.section) ?? one;
    return { section, heading: HEADINGS[section], lines, more: total - lines.length };
  });
}

/** What tells a line from the others of its profile. */
export function keyOf(line: Line): string {
  return [line.section, line.predicate, line.what, line.claim_ids.join()].join();
}
