/** Which names fit on the map without covering each other. */

export interface Wanted {
  key: string;
  text: string;
  /** Where the label's middle top is, in pixels. */
  x: number;
  y: number;
}

// Of the map's type, on average; a little wide, so that names do not touch.
const LETTER_PX = 6.6;
const HEIGHT_PX = 16;
export const MOST_LETTERS = 34;

/** The keys of those that can be written, those that come first being preferred. */
export function fitting(wanted: readonly Wanted[]): Set<string> {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const kept = new Set<string>();
  for (const { key, text, x, y } of wanted) {
    const half = (Math.min(text.length, MOST_LETTERS) * LETTER_PX) / 2;
    const box = { left: x - half, right: x + half, top: y, bottom: y + HEIGHT_PX };
    const free = taken.every(
      (one) =>
        box.right < one.left ||
        box.left > one.right ||
        box.bottom < one.top ||
        box.top > one.bottom,
    );
    if (!free) continue;
    taken.push(box);
    kept.add(key);
  }
  return kept;
}
