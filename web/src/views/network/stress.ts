/** Places for points of which only is known how far apart they shall be. */
import type { Point } from "./curve";

/** Twists of the golden angle, in radians, never fall into rows. */
export const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** Places whose distances are as near to those wanted as can be: stress majorization (Gansner, Koren and North 2004). */
export function stressed(lengths: readonly (readonly number[])[]): Point[] {
  const xs = Float64Array.from(lengths, (_, at) => Math.sqrt(at + 0.5) * Math.cos(at * GOLDEN));
  const ys = Float64Array.from(lengths, (_, at) => Math.sqrt(at + 0.5) * Math.sin(at * GOLDEN));
  for (let round = rounds(lengths.length); round > 0; round -= 1) {
    lengths.forEach((wanted, at) => {
      settle(at, wanted, xs, ys);
    });
  }
  return lengths.map((_, at) => ({ x: xs[at] ?? 0, y: ys[at] ?? 0 }));
}

/** Moves one point to where it stands best, given all others; the nearer another shall be, the more it counts. */
function settle(at: number, wanted: readonly number[], xs: Float64Array, ys: Float64Array) {
  const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
  let [toX, toY, sum] = [0, 0, 0];
  // Plain steps on plain numbers: this runs millions of times.
  for (let other = 0; other < wanted.length; other += 1) {
    const length = wanted[other] ?? 0;
    if (length === 0) continue;
    const [otherX, otherY] = [xs[other] ?? 0, ys[other] ?? 0];
    const weight = 1 / (length * length);
    const away = Math.sqrt((x - otherX) * (x - otherX) + (y - otherY) * (y - otherY));
    const reach = length / Math.max(away, 1e-6);
    toX += weight * (otherX + (x - otherX) * reach);
    toY += weight * (otherY + (y - otherY) * reach);
    sum += weight;
  }
  if (sum === 0) return;
  xs[at] = toX / sum;
  ys[at] = toY / sum;
}

// So many that nothing moves any more; large networks are stopped earlier, after some tenths of a second.
function rounds(nodes: number): number {
  return Math.round(Math.min(150, 8_000_000 / (nodes * nodes + 1)));
}
