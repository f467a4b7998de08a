/** Which names fit on the map without covering each other. */

export interface Wanted {
  key: string;
  text: string;
  /** Where the label's middle top is, in pixels; its left top where it stands beside its mark. */
  x: number;
  y: number;
  beside?: boolean;
}

/** Something that no name may cover: its middle and how far it goes from there, in pixels. */
export interface Obstacle {
  x: number;
  y: number;
  radius: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

// Of the map's type, on average; a little wide, so that names do not touch.
const LETTER_PX = 6.6;
const HEIGHT_PX = 16;
export const MOST_LETTERS = 34;

/**
 * The keys of those that can be written, those that come first being preferred.
 *
 * @param width - of the map, in pixels: what would be cut at its sides is not written.
 */
export function fitting(
  wanted: readonly Wanted[],
  obstacles: readonly Obstacle[],
  width: number,
): Set<string> {
  const taken: Box[] = obstacles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  const kept = new Set<string>();
  for (const one of wanted) {
    const box = boxOf(one);
    if (box.left < 0 || box.right > width) continue;
    if (!taken.every((other) => areApart(box, other))) continue;
    taken.push(box);
    kept.add(one.key);
  }
  return kept;
}

function boxOf({ text, x, y, beside }: Wanted): Box {
  const width = Math.min(text.length, MOST_LETTERS) * LETTER_PX;
  const left = beside ? x : x - width / 2;
  return { left, right: left + width, top: y, bottom: y + HEIGHT_PX };
}

function areApart(one: Box, other: Box): boolean {
  const across = one.right <= other.left || one.left >= other.right;
  return across || one.bottom <= other.top || one.top >= other.bottom;
}
