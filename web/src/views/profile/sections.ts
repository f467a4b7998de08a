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
  /** How many more lines there are. */
  more: number;
}

// As many as the latest events. Of the actor most told of in a hundred thousand claims there are 1,220 lines: nobody reads
// them, and the page would take seconds to draw them.
const MOST_LINES = 20;

/**
 * A profile's lines under their headings; a heading without any is left out.
 *
 * @param whole - sections of which all lines are shown; of others those that most independent reports tell.
 */
export function partsOf(lines: readonly Line[], whole: ReadonlySet<Section> = new Set()): Part[] {
  const sections = Object.keys(HEADINGS) as Section[];
  return sections
    .map((section) => {
      const all = lines.filter((line) => line.section === section);
      const shown = whole.has(section) ? all : best(all);
      const more = all.length - shown.length;
      return { section, heading: HEADINGS[section], lines: shown, more };
    })
    .filter((part) => part.lines.length > 0);
}

/** Those that most independent reports tell, of equal ones the first; in the order given. */
function best(lines: readonly Line[]): readonly Line[] {
  if (lines.length <= MOST_LINES) return lines;
  const ranked = [...lines].sort((one, other) => other.witnesses - one.witnesses);
  const kept = new Set(ranked.slice(0, MOST_LINES));
  return lines.filter((line) => kept.has(line));
}

/** What tells a line from the others of its profile. */
export function keyOf(line: Line): string {
  return [line.section, line.predicate, line.what, line.claim_ids.join()].join();
}
