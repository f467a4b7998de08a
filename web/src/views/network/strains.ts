/** Where the ties of a day speak against each other, in words: unbalanced threes, and pairs with and against at once. */
import type { Shapes } from "@/api";
import { safe } from "@/words";

type Balance = Shapes["Balance"];
type Bond = Shapes["Bond"];
type Triad = Shapes["Triad"];

export interface Strain {
  id: string;
  /** Actors' ids. */
  actors: readonly string[];
  /** "France and Mali are at odds, and both stand with Chad". */
  title: string;
  /** What kind of strain it is. */
  why: string;
  claimIds: readonly string[];
}

/** Pairs that are with and against each other at once, then threes: two enemies with one friend, then three enemies. */
export function strainsOf(balance: Balance): Strain[] {
  const names = new Map(balance.actors.map(({ id, name }) => [id, safe(name)]));
  const nameOf = (id: string) => names.get(id) ?? id;
  const unbalanced = balance.triads.filter(({ balanced }) => !balanced);
  const torn = unbalanced.filter(({ weakly }) => !weakly);
  const hostile = unbalanced.filter(({ weakly }) => weakly);
  return [
    ...balance.ambivalent.map((bond) => ambivalent(bond, nameOf)),
    ...torn.map((triad) => tornApart(triad, nameOf)),
    ...hostile.map((triad) => allAgainst(triad, nameOf)),
  ];
}

function ambivalent(bond: Bond, nameOf: (id: string) => string): Strain {
  return {
    id: `${bond.one}\n${bond.other}`,
    actors: [bond.one, bond.other],
    title: `${nameOf(bond.one)} and ${nameOf(bond.other)} stand with and against each other`,
    why: "both at once",
    claimIds: claimsOf([bond]),
  };
}

function tornApart(triad: Triad, nameOf: (id: string) => string): Strain {
  const foes = triad.bonds.find(({ sign }) => sign === -1);
  const friend = triad.actors.find((id) => id !== foes?.one && id !== foes?.other);
  const [one, other] = [nameOf(foes?.one ?? ""), nameOf(foes?.other ?? "")];
  return {
    ...strain(triad),
    title: `${one} and ${other} are at odds, and both stand with ${nameOf(friend ?? "")}`,
    why: "two enemies with one friend",
  };
}

function allAgainst(triad: Triad, nameOf: (id: string) => string): Strain {
  const [one, other, third] = triad.actors.map(nameOf);
  return {
    ...strain(triad),
    title: `${one}, ${other} and ${third} are all at odds`,
    why: "three enemies, any two of whom might join",
  };
}

function strain({ actors, bonds }: Triad) {
  return { id: actors.join("\n"), actors, claimIds: claimsOf(bonds) };
}

function claimsOf(bonds: readonly Bond[]): string[] {
  return [...new Set(bonds.flatMap((bond) => [...bond.claim_ids, ...bond.disputed_by]))];
}
