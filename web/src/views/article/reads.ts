/** All that was read in an article, as stretches of its text in layers that can be switched on and off. */
import type { Shapes } from "@/api";

export type ArticleRead = Shapes["ArticleRead"];
type MarkKind = Shapes["Mark"]["what"];

/** What a stretch was read as: a mark's kind, or what the article was frozen with. */
export type Layer = MarkKind | "dateline" | "furniture";

/** A stretch of the text, and what it was read as. Its span is half-open and counts code points. */
export interface Read extends Omit<Shapes["Mark"], "what"> {
  what: Layer;
}

/** In the order in which they are offered; what each means to a reader. */
export const LAYERS: Record<Layer, string> = {
  claim: "claims",
  statement: "statements",
  actor: "actors",
  date: "dates",
  place: "places",
  toll: "tolls",
  dateline: "date line",
  furniture: "not part of the report",
};

/** One of a layer. */
export const LAYER_NAMES: Record<Layer, string> = {
  claim: "claim",
  statement: "statement",
  actor: "actor",
  date: "date",
  place: "place",
  toll: "toll",
  dateline: "date line",
  furniture: "not part of the report",
};

/** Marks, date line and furniture as one list, by place in the text. */
export function readsOf({ marks, dateline, furniture }: ArticleRead): Read[] {
  const bare = { id: null, rule: null, form: null };
  const frame = furniture.map(
    (span): Read => ({ ...bare, span, what: "furniture", label: "Not part of the report itself" }),
  );
  if (dateline)
    frame.push({ ...bare, span: dateline, what: "dateline", label: "Where and when it was filed" });
  return [...frame, ...marks].sort((one, other) => at(one) - at(other));
}

/** How many there are of each layer that has any, in the order of `LAYERS`. */
export function layerCounts(reads: readonly Read[]): [Layer, number][] {
  const counts = new Map<Layer, number>();
  for (const { what } of reads) counts.set(what, (counts.get(what) ?? 0) + 1);
  const layers = Object.keys(LAYERS) as Layer[];
  return layers.flatMap((layer) => {
    const number = counts.get(layer);
    return number ? [[layer, number] as [Layer, number]] : [];
  });
}

/** The claims of an article in the order in which the text makes them, each once, with its first mark. */
export function claimsOf(reads: readonly Read[]): (Read & { id: string })[] {
  const first = new Map<string, Read & { id: string }>();
  for (const read of reads) {
    const { what, id } = read;
    if (what === "claim" && id !== null && !first.has(id)) first.set(id, { ...read, id });
  }
  return [...first.values()];
}

/** One thing that words were read as, with all rules that read it so. */
export interface Meaning {
  what: Layer;
  id: string | null;
  label: string;
  form: string | null;
  rules: string[];
}

/** What words were read as, each thing once: several pieces of evidence may make the same claim. */
export function meaningsOf(reads: readonly Read[]): Meaning[] {
  const found = new Map<string, Meaning>();
  for (const { what, id, label, form, rule } of reads) {
    const key = [what, id, label].join();
    const meaning = found.get(key) ?? { what, id, label, form: form ?? null, rules: [] };
    if (rule && !meaning.rules.includes(rule)) meaning.rules.push(rule);
    found.set(key, meaning);
  }
  return [...found.values()];
}

/** The claim so many places further in the list, which ends at its ends; the first where none is chosen. */
export function stepped<One extends { id: string }>(
  claims: readonly One[],
  chosen: string | null,
  by: number,
): One | undefined {
  const now = claims.findIndex(({ id }) => id === chosen);
  if (now < 0) return claims[0];
  return claims[Math.min(Math.max(now + by, 0), claims.length - 1)];
}

function at({ span }: Read): number {
  return span[0] ?? 0;
}
