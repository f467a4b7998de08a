/** A network's relations and actors in words, as lists, tables and the evidence's title say them. */
import type { Relation } from "@/api";
import type { Signs } from "@/signs";
import { count, intoWords, notes, safe, toldBy } from "@/words";
import type { Kind, Network, Node } from "./scene";

/** From an id to the name of an actor or a place; the id where nobody has it. */
export type NameOf = (id: string | null) => string;

export function namesIn(network: Pick<Network, "actors" | "places">): NameOf {
  const names = new Map([...network.actors, ...network.places].map(({ id, name }) => [id, name]));
  return (id) => (id === null ? "" : safe(names.get(id) ?? id));
}

/** "Al Nusra Front is affiliated to Al Qaeda". */
export function sentenceOf(relation: Relation, nameOf: NameOf, signs: Signs): string {
  const { label } = signs.of(relation.predicate);
  const other = nameOf(relation.target ?? relation.place);
  return `${nameOf(relation.source)} ${label} ${other}${intoWords(relation.results.map(nameOf))}`;
}

/** "3 reports, 2 independent; disputed, faded". */
export function standingOf(relation: Relation): string {
  const told = toldBy(relation.reports, relation.witnesses);
  const said = notes(relation).join(", ");
  return said ? `${told}; ${said}` : told;
}

/** "armed group". */
export function kindWords(kind: Kind): string {
  return kind.replace("-", " ");
}

/** "armed group, 5 relations". */
export function nodeWords({ kind, ties }: Pick<Node, "kind" | "ties">): string {
  return `${kindWords(kind)}, ${count(ties, "relation")}`;
}
