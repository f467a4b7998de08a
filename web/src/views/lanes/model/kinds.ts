/** Which part a predicate plays in the picture follows from what the codebook says of it; none is named here. */
import type { Entry } from "@/api";
import { OF_CHANGE, OF_RANK, type Section } from "@/signs/family";

/**
 * - `name`: a body goes on under another name: both are one lane.
 * - `lead`: somebody leads a body: stands under its line.
 * - `below`: a body is under or in another: ties families.
 * - `change`: happens at a moment: an arrow.
 * - `tie`: lasts: a bracket between two lanes.
 */
export type Part = "name" | "lead" | "below" | "change" | "tie";

/** What is needed of a codebook's entry. */
export type Kind = Pick<
  Entry,
  | "kind"
  | "predicate"
  | "label"
  | "forward"
  | "backward"
  | "directed"
  | "nature"
  | "renames"
  | "sections"
>;

// What stands in one of these sections of a profile is drawn unless somebody chooses otherwise.
const AT_FIRST: ReadonlySet<Section> = new Set([OF_CHANGE, "above", "allies", "rivals"]);
const OF_LEADERS: Section = "leaders";
// Ties to places, not to actors.
const ELSEWHERE: Section = "places";

/** The part of a relation. */
export function partOf(kind: Kind): Part {
  if (kind.renames) return "name";
  if (leads(kind)) return "lead";
  if (kind.sections.some((section) => OF_RANK.includes(section))) return "below";
  if (kind.nature === "change" || kind.sections.includes(OF_CHANGE)) return "change";
  return "tie";
}

/** Does the source lead the target? */
export function leads({ sections }: Pick<Kind, "sections">): boolean {
  return sections.includes(OF_LEADERS);
}

/** Relations between actors, by predicate, in the order of the codebook. */
export function relationsOf(entries: readonly Kind[]): Map<string, Kind> {
  const between = entries.filter(
    (entry) => entry.kind === "relation" && !entry.sections.includes(ELSEWHERE),
  );
  return new Map(between.map((entry) => [entry.predicate, entry]));
}

/** The predicates that are drawn at first: changes, ranks, alliances and rivalries. */
export function drawnAtFirst(kinds: ReadonlyMap<string, Kind>): Set<string> {
  const drawn = [...kinds.values()].filter(
    (kind) => kind.renames || kind.sections.some((section) => AT_FIRST.has(section)),
  );
  return new Set(drawn.map(({ predicate }) => predicate));
}
