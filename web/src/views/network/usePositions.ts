import { useMemo, useRef } from "react";
import type { Relation } from "@/api";
import type { Sign, Signs } from "@/signs";
import { type Link, laidOut, type Positions, placed } from "./layout";
import { type Network, otherEnd } from "./scene";

/**
 * Where actors and places stand. Laid out once; from then on whoever has a place keeps it, whatever is shown.
 *
 * @param ties - of all times, so that the layout suits every day.
 */
export function usePositions(network: Network, ties: readonly Tied[], signs: Signs): Positions {
  const kept = useRef<Positions | null>(null);
  return useMemo(() => {
    const links = linksOf([...ties, ...network.relations], (predicate) => signs.of(predicate));
    const ids = [...network.actors, ...network.places].map(({ id }) => id);
    kept.current = placed(kept.current ?? laidOut(links), ids, links);
    return kept.current;
  }, [network, ties, signs]);
}

// Who is at odds shall stand apart, but near enough for the line between them to be followed.
const FOE_PULL = 0.3;

/** What a layout asks of a relation. */
export type Tied = Pick<Relation, "predicate" | "source" | "target" | "place" | "witnesses">;

/** Ties as what pulls a layout together: the better witnessed, the more; rivals less than friends. */
export function linksOf(ties: readonly Tied[], signOf: (predicate: string) => Sign): Link[] {
  const links = new Map<string, Link>();
  for (const tie of ties) {
    const other = otherEnd(tie);
    if (other === null || other === tie.source) continue;
    const foes = signOf(tie.predicate).family === "foe";
    const pull = (foes ? FOE_PULL : 1) * Math.min(0.75 + 0.25 * tie.witnesses, 2);
    // One relation has many stretches in time; it pulls once, as strongly as at its best.
    const key = [tie.predicate, tie.source, tie.target, tie.place].join();
    const known = links.get(key);
    if (!known || known.pull < pull) links.set(key, { one: tie.source, other, pull });
  }
  return [...links.values()];
}
