/** Bodies along time: an actor with all names it went by, one after the other. */
import type { Actor } from "@/api";
import { compareText, isPale, type Stretch } from "./stretch";

export interface Naming {
  actor: Actor;
  /** The renaming that brought the name; null for the oldest. */
  by: Stretch | null;
}

export interface Body {
  /** The id of its latest name's actor. */
  id: string;
  /** The oldest first; at least one. */
  names: readonly Naming[];
}

/** The latest name. */
export function nameOf(body: Body): string {
  return body.names.at(-1)?.actor.name ?? body.id;
}

/** Is it somebody, and not a group, a state or an organisation? */
export function isPerson(body: Body): boolean {
  return body.names.every(({ actor }) => actor.kind === "person");
}

/**
 * The bodies of actors, by actor.
 *
 * Only a renaming that is neither alleged nor disputed makes two actors one body; every actor takes over from one at
 * most and is taken over by one at most, from the best witnessed on. The other renamings stay arrows between lanes.
 */
export function bodiesOf(
  actors: readonly Actor[],
  stretches: readonly Stretch[],
): { bodies: Map<string, Body>; renamings: Set<Stretch> } {
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const { before, after } = chained(stretches, known);
  const bodies = new Map<string, Body>();
  for (const actor of actors) {
    if (before.has(actor.id)) continue;
    const names: Naming[] = [{ actor, by: null }];
    for (let next = after.get(actor.id); next; next = after.get(next.source)) {
      const named = known.get(next.source);
      if (named) names.push({ actor: named, by: next });
    }
    const body = { id: names.at(-1)?.actor.id ?? actor.id, names };
    for (const name of names) bodies.set(name.actor.id, body);
  }
  return { bodies, renamings: new Set(before.values()) };
}

interface Chains {
  /** The renaming that brought an actor's name, and the one that ended it. */
  before: Map<string, Stretch>;
  after: Map<string, Stretch>;
}

function chained(stretches: readonly Stretch[], known: ReadonlyMap<string, Actor>): Chains {
  const before = new Map<string, Stretch>();
  const after = new Map<string, Stretch>();
  const leadsTo = (from: string, to: string) => {
    let at: string | undefined = from;
    while (at !== undefined && at !== to) at = after.get(at)?.source;
    return at === to;
  };
  const sure = stretches.filter(
    (one) => one.part === "name" && !isPale(one) && known.has(one.source) && known.has(one.target),
  );
  for (const one of sure.sort(bestFirst)) {
    const taken = before.has(one.source) || after.has(one.target);
    if (taken || leadsTo(one.source, one.target)) continue;
    before.set(one.source, one);
    after.set(one.target, one);
  }
  return { before, after };
}

/** By independent witnesses, then by day, then by id. */
export function bestFirst(one: Stretch, other: Stretch): number {
  return (
    other.interval.relation.witnesses - one.interval.relation.witnesses ||
    one.begin.at - other.begin.at ||
    compareText(one.interval.id, other.interval.id)
  );
}
