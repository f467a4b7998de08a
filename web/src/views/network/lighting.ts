/** What is lit while all else is dimmed: what the reader points at or has chosen, with what belongs to it. */
import type { Scene } from "./scene";

/** What is chosen, or pointed at. */
export type Choice =
  | { what: "node"; id: string }
  | { what: "tie"; id: string }
  | { what: "group"; id: string; nodes: readonly string[] };

export interface Lit {
  nodes: ReadonlySet<string>;
  ties: ReadonlySet<string>;
  /** Ringed. */
  chosen: ReadonlySet<string>;
}

/** A node with its ties and neighbours; a tie with its ends; a group with the ties among it. Null where it is not drawn. */
export function litBy(scene: Scene, choice: Choice | null): Lit | null {
  if (!choice) return null;
  if (choice.what === "tie") {
    const tie = scene.ties.find(({ id }) => id === choice.id);
    if (!tie) return null;
    const ends = new Set([tie.source, tie.target]);
    return { nodes: ends, ties: new Set([tie.id]), chosen: ends };
  }
  if (choice.what === "group") {
    const nodes = new Set(choice.nodes);
    const among = scene.ties.filter(({ source, target }) => nodes.has(source) && nodes.has(target));
    return { nodes, ties: new Set(among.map(({ id }) => id)), chosen: nodes };
  }
  if (!scene.nodes.some(({ id }) => id === choice.id)) return null;
  const own = scene.ties.filter(({ source, target }) => [source, target].includes(choice.id));
  return {
    nodes: new Set([choice.id, ...own.flatMap(({ source, target }) => [source, target])]),
    ties: new Set(own.map(({ id }) => id)),
    chosen: new Set([choice.id]),
  };
}
