/** Families: each body stands under the one it belongs to, or broke away from. */
import { type Body, bestFirst } from "./bodies";
import { isPale, type Stretch } from "./stretch";

/** The body above each body that has one, by id. It holds no circle. */
export type Parents = ReadonlyMap<string, string>;

/**
 * Whom each of the bodies stands under: a superior, a coalition or the body left, whichever is told best.
 *
 * What is alleged or disputed makes no family.
 */
export function parentsOf(
  lanes: readonly Body[],
  stretches: readonly Stretch[],
  bodyOf: (actor: string) => Body | undefined,
): Map<string, string> {
  const shown = new Set(lanes.map(({ id }) => id));
  const parents = new Map<string, string>();
  for (const one of stretches.filter(tiesFamilies).sort(bestFirst)) {
    const child = bodyOf(one.source)?.id;
    const parent = bodyOf(one.target)?.id;
    if (!child || !parent || !shown.has(child) || !shown.has(parent)) continue;
    if (!parents.has(child) && !isAbove(child, parent, parents)) parents.set(child, parent);
  }
  return parents;
}

/** Is `one` the other itself, or above it? */
export function isAbove(one: string, other: string, parents: Parents): boolean {
  let at: string | undefined = other;
  while (at !== undefined && at !== one) at = parents.get(at);
  return at === one;
}

/** The topmost folded body that it lies in; itself where none of those above it is folded. */
export function standsIn(id: string, parents: Parents, folded: ReadonlySet<string>): string {
  let stands = id;
  for (let at = parents.get(id); at !== undefined; at = parents.get(at)) {
    if (folded.has(at)) stands = at;
  }
  return stands;
}

function tiesFamilies(one: Stretch): boolean {
  const splits = one.part === "change" && one.kind.directed;
  return (one.part === "below" || splits) && !isPale(one);
}
