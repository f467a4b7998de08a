/** Which lanes and which stretches are drawn, and how many are not, and why. */
import type { Actor } from "@/api";
import { type Body, bodiesOf, isPerson, nameOf } from "./bodies";
import { type Parents, parentsOf, standsIn } from "./families";
import { compareText, type Stretch } from "./stretch";

export interface Choice {
  /** Predicates that are drawn. */
  kinds: ReadonlySet<string>;
  /** Lanes for persons, too. */
  persons: boolean;
  /** Actors' ids; where there are any, only their lanes. */
  only: readonly string[];
  /** With `only`: those tied to them, too. */
  neighbours: boolean;
  /** Ids of bodies whose family is folded into one lane. */
  folded: ReadonlySet<string>;
  /** Lanes at most. */
  most: number;
  /** Ties between them at most. */
  mostTies: number;
}

/** How many things are not drawn. */
export interface Hidden {
  /** Bodies beyond `most`, or not among the chosen. */
  lanes: number;
  /** Persons without a lane. */
  persons: number;
  /** Stretches of kinds that are not drawn. */
  kinds: number;
  /** Stretches with a party that has no lane. */
  partyless: number;
  /** Stretches within one folded family, or one body. */
  within: number;
  /** Stretches between two lanes beyond `mostTies`. */
  weaker: number;
}

export interface Chosen {
  /** Lanes, in no order. */
  lanes: Body[];
  parents: Parents;
  /** How many bodies are folded into a lane, by id. */
  inside: ReadonlyMap<string, number>;
  /** What is drawn between two lanes, with the lanes' ids. */
  ties: { stretch: Stretch; source: string; target: string }[];
  /** What stands under a line: persons who lead the body; by the lane's id. */
  people: { stretch: Stretch; person: Actor; lane: string }[];
  /** All stretches that tell of a lane, drawn or not: they say since when it is known. */
  tellings: ReadonlyMap<string, Stretch[]>;
  hidden: Hidden;
}

/** Chooses lanes and what is drawn on them. The order of the input does not matter. */
export function choose(
  actors: readonly Actor[],
  stretches: readonly Stretch[],
  choice: Choice,
): Chosen {
  const { bodies, renamings } = bodiesOf(actors, stretches);
  const bodyOf = (actor: string) => bodies.get(actor);
  const drawable = stretches.filter(
    (one) => choice.kinds.has(one.kind.predicate) || one.part === "lead" || renamings.has(one),
  );
  const all = [...new Set(bodies.values())];
  const groups = all.filter((body) => choice.persons || isChosen(body, choice) || !isPerson(body));
  const kept = best(wanted(groups, drawable, choice, bodyOf), drawable, choice.most, bodyOf);
  const parents = parentsOf(kept, stretches, bodyOf);
  const laneOf = new Map(kept.map(({ id }) => [id, standsIn(id, parents, choice.folded)]));
  const at = (actor: string) => laneOf.get(bodyOf(actor)?.id ?? "");
  const known = new Map(actors.map((actor) => [actor.id, actor]));
  const hidden = {
    lanes: groups.length - kept.length,
    persons: all.length - groups.length,
    kinds: stretches.length - drawable.length,
    partyless: 0,
    within: 0,
    weaker: 0,
  };
  const ties: Chosen["ties"] = [];
  const people: Chosen["people"] = [];
  for (const stretch of drawable) {
    const [source, target] = [at(stretch.source), at(stretch.target)];
    const person = known.get(stretch.source);
    if (renamings.has(stretch)) {
      if (!source) hidden.partyless += 1;
      else if (bodyOf(stretch.source)?.id !== source) hidden.within += 1;
    } else if (target && stretch.part === "lead" && person?.kind === "person") {
      people.push({ stretch, person, lane: target });
    } else if (!source || !target) hidden.partyless += 1;
    else if (source === target) hidden.within += 1;
    else ties.push({ stretch, source, target });
  }
  const drawn = strongest(ties, choice.mostTies);
  hidden.weaker = ties.length - drawn.length;
  return {
    lanes: kept.filter(({ id }) => laneOf.get(id) === id),
    parents,
    inside: counted([...laneOf].filter(([id, lane]) => id !== lane).map(([, lane]) => lane)),
    ties: drawn,
    people,
    tellings: tellingsOf(stretches, at),
    hidden,
  };
}

/** Those with the most witnesses, in the order given; of equally many the first by id. */
function strongest(ties: Chosen["ties"], most: number): Chosen["ties"] {
  if (ties.length <= most) return ties;
  const interval = ({ stretch }: Chosen["ties"][number]) => stretch.interval;
  const order = [...ties].sort(
    (one, other) =>
      interval(other).relation.witnesses - interval(one).relation.witnesses ||
      compareText(interval(one).id, interval(other).id),
  );
  const kept = new Set(order.slice(0, most));
  return ties.filter((tie) => kept.has(tie));
}

type BodyOf = (actor: string) => Body | undefined;

function isChosen(body: Body, { only }: Choice): boolean {
  return body.names.some(({ actor }) => only.includes(actor.id));
}

function wanted(
  bodies: readonly Body[],
  stretches: readonly Stretch[],
  choice: Choice,
  bodyOf: BodyOf,
): Body[] {
  if (choice.only.length === 0) {
    const told = new Set(stretches.flatMap((one) => [bodyOf(one.source), bodyOf(one.target)]));
    return bodies.filter((body) => told.has(body));
  }
  const chosen = new Set(bodies.filter((body) => isChosen(body, choice)));
  const near = new Set(chosen);
  for (const one of choice.neighbours ? stretches : []) {
    const [source, target] = [bodyOf(one.source), bodyOf(one.target)];
    if (source && target && (chosen.has(source) || chosen.has(target)))
      near.add(source).add(target);
  }
  return bodies.filter((body) => near.has(body));
}

/** Those with the most witnesses to all that is drawn of them. */
function best(
  bodies: readonly Body[],
  stretches: readonly Stretch[],
  most: number,
  bodyOf: BodyOf,
): Body[] {
  const weight = new Map<Body, number>();
  for (const one of stretches) {
    for (const body of new Set([bodyOf(one.source), bodyOf(one.target)])) {
      if (body) weight.set(body, (weight.get(body) ?? 0) + one.interval.relation.witnesses);
    }
  }
  const order = (one: Body, other: Body) =>
    (weight.get(other) ?? 0) - (weight.get(one) ?? 0) ||
    compareText(nameOf(one), nameOf(other)) ||
    compareText(one.id, other.id);
  return [...bodies].sort(order).slice(0, most);
}

function tellingsOf(
  stretches: readonly Stretch[],
  laneOf: (actor: string) => string | undefined,
): Map<string, Stretch[]> {
  const tellings = new Map<string, Stretch[]>();
  for (const one of stretches) {
    for (const lane of new Set([laneOf(one.source), laneOf(one.target)])) {
      if (!lane) continue;
      const found = tellings.get(lane);
      if (found) found.push(one);
      else tellings.set(lane, [one]);
    }
  }
  return tellings;
}

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
