/** The sign of each predicate: colour by family, dashes by its place in the family, an arrowhead by its direction. */
import { FAMILIES, type Family, familyOf, type Predicate } from "./family";

export type Arrow = "none" | "end";
/** The shape of an arrowhead, or of the mark in the middle of a line without direction. */
export type Head = "triangle" | "diamond" | "bar" | "circle" | "none";

export interface Sign {
  kind: Predicate["kind"];
  predicate: string;
  label: string;
  family: Family;
  /** Lengths of strokes and gaps in pixels at a width of one, as SVG and canvas take them; empty for a full line. */
  dash: readonly number[];
  arrow: Arrow;
  head: Head;
}

// In the order of the codebook: the first of a family has the plainest line.
const DASHES: readonly (readonly number[])[] = [
  [],
  [7, 4],
  [2, 3],
  [9, 3, 2, 3],
  [12, 4, 2, 3, 2, 4],
  [4, 2],
];
// Against and neither are never full lines, so that they are told from the rest without colours.
const FIRST_DASH: Partial<Record<Family, number>> = { foe: 1, neutral: 2 };
const HEADS: Record<Family, Head> = {
  friend: "triangle",
  foe: "bar",
  belonging: "triangle",
  change: "diamond",
  neutral: "circle",
  event: "triangle",
};

/** All signs by `keyOf`; the same codebook always gives the same signs. */
export function signsOf(entries: readonly Predicate[]): Map<string, Sign> {
  const signs = new Map<string, Sign>();
  for (const family of FAMILIES) {
    const members = entries.filter((entry) => familyOf(entry) === family);
    members.forEach((entry, number) => {
      signs.set(keyOf(entry.kind, entry.predicate), signOf(entry, family, number));
    });
  }
  return signs;
}

/** A name may stand for a relation and for an event at once ("support"), so both together are the key. */
export function keyOf(kind: Predicate["kind"], predicate: string): string {
  return `${kind}:${predicate}`;
}

/** The sign of a predicate that the codebook does not know, from a store of another edition. */
export function unknownSign(kind: Predicate["kind"], predicate: string): Sign {
  const entry = { kind, predicate, label: predicate, sign: 0, nature: null, sections: [] };
  return signOf({ ...entry, directed: false }, kind === "event" ? "event" : "neutral", 0);
}

function signOf(entry: Predicate, family: Family, number: number): Sign {
  const dash = DASHES[(number + (FIRST_DASH[family] ?? 0)) % DASHES.length] ?? [];
  const { kind, predicate, label, directed } = entry;
  const pointed = directed || family === "change" || family === "foe";
  return {
    kind,
    predicate,
    label,
    family,
    dash: family === "event" ? [] : dash,
    arrow: directed ? "end" : "none",
    head: pointed ? HEADS[family] : "none",
  };
}
