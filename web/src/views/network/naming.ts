/** Where names stand: beside their nodes, none over another, the best-tied first; a name without room is left out. */
import { safe } from "@/words";
import type { Disc, Point } from "./curve";

export interface Named extends Disc {
  id: string;
  name: string;
  /** It stands wherever it is, even over others: what the reader points at. */
  always?: boolean;
}

export interface Name extends Point {
  id: string;
  text: string;
  align: CanvasTextAlign;
}

interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const HEIGHT = 14;
const GAP = 5;
const MOST_LETTERS = 34;

/**
 * Places of names, in pixels.
 *
 * @param named - in the order in which they may choose.
 * @param widthOf - how wide a text is drawn.
 * @param crossing - points on lines: of its free places a name takes the one with the fewest under it.
 */
export function namesOf(
  named: readonly Named[],
  widthOf: (text: string) => number,
  page: { width: number; height: number },
  crossing: readonly Point[] = [],
): Name[] {
  const taken = new Grid();
  const lines = new Grid();
  for (const { x, y } of crossing) lines.add({ left: x, right: x, top: y, bottom: y });
  for (const { x, y, radius: r } of named)
    taken.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  const inOrder = [...named].sort((a, b) => Number(b.always ?? false) - Number(a.always ?? false));
  return inOrder.flatMap((one) => {
    if (one.x < 0 || one.y < 0 || one.x > page.width || one.y > page.height) return [];
    const text = shortened(safe(one.name));
    const width = widthOf(text);
    const all = places(one, width);
    const free = all.filter(({ rect }) => inside(rect, page) && taken.count(rect) === 0);
    const crossed = free.map(({ rect }) => lines.count(rect));
    const chosen =
      free[crossed.indexOf(Math.min(...crossed))] ??
      (one.always ? (all.find(({ rect }) => inside(rect, page)) ?? all[0]) : undefined);
    if (!chosen) return [];
    taken.add(chosen.rect);
    return [{ ...chosen.at, id: one.id, text, align: chosen.align }];
  });
}

/** To the right, to the left, below, above. */
function places({ x, y, radius }: Disc, width: number) {
  const off = radius + GAP;
  const rect = (left: number, middle: number): Rect => ({
    left,
    right: left + width,
    top: middle - HEIGHT / 2,
    bottom: middle + HEIGHT / 2,
  });
  const [below, above] = [y + off + HEIGHT / 2 - 2, y - off - HEIGHT / 2 + 2];
  return [
    { at: { x: x + off, y }, align: "left" as const, rect: rect(x + off, y) },
    { at: { x: x - off, y }, align: "right" as const, rect: rect(x - off - width, y) },
    { at: { x, y: below }, align: "center" as const, rect: rect(x - width / 2, below) },
    { at: { x, y: above }, align: "center" as const, rect: rect(x - width / 2, above) },
  ];
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join("")}…` : name;
}

function inside(rect: Rect, { width, height }: { width: number; height: number }): boolean {
  return rect.left >= 2 && rect.top >= 2 && rect.right <= width - 2 && rect.bottom <= height - 2;
}

const CELL = 64;

/** Rectangles by the cells they lie in, so that only near ones are compared. */
class Grid {
  private readonly cells = new Map<string, Rect[]>();

  add(rect: Rect) {
    for (const key of cellsOf(rect)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(rect);
      else this.cells.set(key, [rect]);
    }
  }

  /** How many of them a rectangle touches. */
  count(rect: Rect): number {
    const met = cellsOf(rect).flatMap((key) =>
      (this.cells.get(key) ?? []).filter(
        (other) =>
          rect.right >= other.left &&
          rect.left <= other.right &&
          rect.bottom >= other.top &&
          rect.top <= other.bottom,
      ),
    );
    return new Set(met).size;
  }
}

function cellsOf({ left, right, top, bottom }: Rect): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
    for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1)
      keys.push(`${x},${y}`);
  return keys;
}
