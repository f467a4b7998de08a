/** Which part of a tall picture is drawn: what is in sight, and some of what lies above and below it. */
import type { PlacedTie, Rail } from "./placed";

/** From its upper to its lower edge, in the picture's pixels. */
export interface Band {
  top: number;
  bottom: number;
}

export const WHOLE: Band = { top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
// Further than a turn of the wheel, so that what is scrolled to is there already.
const BEYOND = 240;
// Marks reach a little above and below the lines that they stand on, words somewhat more.
const REACH = 16;

/**
 * The band around what is in sight; the one there is, as long as that is well within it.
 *
 * @param height - of what is in sight; 0 where nobody knows it.
 */
export function bandAt(scrolled: number, height: number, now: Band): Band {
  if (height === 0) return WHOLE;
  const seen = { top: scrolled, bottom: scrolled + height };
  const near = BEYOND / 2;
  const holds = now.top <= seen.top - near && now.bottom >= seen.bottom + near;
  const fits = now.bottom - now.top <= height + 2 * BEYOND;
  return holds && fits ? now : { top: seen.top - BEYOND, bottom: seen.bottom + BEYOND };
}

/** Does any of it lie in the band? */
export function isIn(band: Band, top: number, bottom = top): boolean {
  return bottom + REACH > band.top && top - REACH < band.bottom;
}

/** From the upper to the lower end of an arrow or a bracket. */
export function heightOf({ y0, y1, rail }: Pick<PlacedTie, "y0" | "y1"> & { rail: Rail | null }): {
  top: number;
  bottom: number;
} {
  const ys = rail ? [y0, y1, rail.y] : [y0, y1];
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}
