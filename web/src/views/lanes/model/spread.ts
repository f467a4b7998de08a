/** Sets arrows of about the same day side by side, so that none hides another. */

/** An arrow across lanes: at `x`, from lane `upper` to lane `lower`. */
export interface Upright {
  x: number;
  upper: number;
  lower: number;
}

/** Pixels between two arrows that share a lane. */
const APART = 5;
// Further from its day than this an arrow would lie; rather two lie on each other.
const STEPS = 8;

/** Where each is drawn, in the order given; as near to its own place as the others leave it. */
export function spread(uprights: readonly Upright[]): number[] {
  const order = uprights.map((one, index) => ({ ...one, index }));
  order.sort(
    (one, other) =>
      one.x - other.x ||
      one.upper - other.upper ||
      one.lower - other.lower ||
      one.index - other.index,
  );
  const placed: Upright[] = [];
  const places = uprights.map(({ x }) => x);
  for (const { index, ...one } of order) {
    const x = nearestFree(one, placed);
    placed.push({ ...one, x });
    places[index] = x;
  }
  return places;
}

function nearestFree(one: Upright, placed: readonly Upright[]): number {
  const near = placed.filter(
    (other) =>
      Math.abs(other.x - one.x) < APART * (STEPS + 1) &&
      other.upper <= one.lower &&
      one.upper <= other.lower,
  );
  for (let step = 0; step <= STEPS * 2; step += 1) {
    const x = one.x + Math.ceil(step / 2) * (step % 2 === 1 ? 1 : -1) * APART;
    if (near.every((other) => Math.abs(other.x - x) >= APART - 0.01)) return x;
  }
  return one.x;
}
