/**
 * Kinds of events by what they do to the other side, for the colours of the map.
 *
 * The four are the quad classes of CAMEO's root codes (Schrodt 2012; GDELT's `QuadClass`): 01-05 words of cooperation,
 * 06-08 deeds of cooperation, 09-13 words of conflict, 14-20 deeds of conflict.
 */
import type { Codebook, Shapes } from "@/api";

export type Group = "deeds-against" | "words-against" | "deeds-with" | "words-with" | "other";

export const GROUPS: readonly Group[] = [
  "deeds-against",
  "words-against",
  "deeds-with",
  "words-with",
  "other",
];

export const MEANS: Record<Group, string> = {
  "deeds-against": "done against somebody",
  "words-against": "said against somebody",
  "deeds-with": "done with or for somebody",
  "words-with": "said with or for somebody",
  other: "of no known kind",
};

/** The group of a CAMEO root code. */
export function groupOfCode(cameo: string | null | undefined): Group {
  const root = Number(cameo);
  if (!cameo || !(root >= 1 && root <= 20)) return "other";
  if (root <= 5) return "words-with";
  if (root <= 8) return "deeds-with";
  return root <= 13 ? "words-against" : "deeds-against";
}

/** How many events of each group; those of none are left out. */
export function groupCounts(
  events: readonly Shapes["PredicateCount"][],
  codebook: Codebook | undefined,
): Partial<Record<Group, number>> {
  const codes = new Map(
    codebook?.predicates
      .filter(({ kind }) => kind === "event")
      .map(({ predicate, cameo }) => [predicate, cameo]),
  );
  const counts: Partial<Record<Group, number>> = {};
  for (const { predicate, count } of events) {
    const group = groupOfCode(codes.get(predicate));
    counts[group] = (counts[group] ?? 0) + count;
  }
  return counts;
}
