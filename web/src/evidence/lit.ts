/** Splits a text at the borders of stretches that may overlap, so that each piece knows all that lies on it. */

/** Half-open, in code points, as everywhere in this project. */
export type Span = readonly [start: number, end: number] | readonly number[];

export interface Lit<What> {
  span: Span;
  what: What;
}

export interface Piece<What> {
  text: string;
  start: number;
  /** What lies on all of this piece, in the order given. */
  on: readonly What[];
}

/** The text in pieces, in order; together they are the text. Stretches outside of it are cut to it. */
export function litPieces<What>(text: string, lights: readonly Lit<What>[]): Piece<What>[] {
  // Python counts code points, JavaScript UTF-16 units: a letter outside the basic plane is two of the latter.
  const letters = Array.from(text);
  const inside = (at = 0) => Math.min(Math.max(at, 0), letters.length);
  const starting = new Map<number, number[]>();
  const ending = new Map<number, number[]>();
  const note = (where: Map<number, number[]>, at: number, number: number) =>
    where.set(at, [...(where.get(at) ?? []), number]);
  lights.forEach(({ span }, number) => {
    note(starting, inside(span[0]), number);
    note(ending, inside(span[1]), number);
  });
  const cuts = new Set([0, ...starting.keys(), ...ending.keys(), letters.length]);
  const borders = [...cuts].sort((one, other) => one - other);
  const burning = new Set<number>();
  return borders.slice(0, -1).map((start, number) => {
    for (const one of starting.get(start) ?? []) burning.add(one);
    for (const one of ending.get(start) ?? []) burning.delete(one);
    const on = [...burning].sort((one, other) => one - other).map((one) => lights[one]);
    const piece = letters.slice(start, borders[number + 1]).join("");
    return { text: piece, start, on: on.flatMap((light) => (light ? [light.what] : [])) };
  });
}
