/** Puts the parts of a layout side by side on a page that is wider than high. */
import type { Point } from "./curve";

export interface Box {
  /** From its lower left corner. */
  places: Map<string, Point>;
  width: number;
  height: number;
}

// The room that pictures mostly have.
const ASPECT = 1.6;
// Between parts; names stand beside nodes, so it is more to the side.
const GUTTER = { x: 1.3, y: 0.8 };

/** The places of each box on one page: rows from the top, the highest boxes first. */
export function packed(boxes: readonly Box[]): Map<string, Point>[] {
  const area = boxes.reduce((sum, box) => sum + outer(box).width * outer(box).height, 0);
  const widest = Math.max(0, ...boxes.map((box) => outer(box).width));
  const page = Math.max(widest, Math.sqrt(area * ASPECT));
  const inOrder = [...boxes].sort((one, other) => other.height - one.height);
  let [left, top, row] = [0, 0, 0];
  const rows = inOrder.map((box) => {
    const { width, height } = outer(box);
    if (left > 0 && left + width > page + 1e-9) {
      top -= row;
      [left, row] = [0, 0];
    }
    const corner = { x: left, y: top - height };
    left += width;
    row = Math.max(row, height);
    return moved(box, corner);
  });
  return stretched(rows, page / Math.max(row - top, 1));
}

// Distances up and down may be so much larger than across before it looks odd.
const MOST_STRETCH = 1.3;

/** Higher, where it is too flat for the page. */
function stretched(rows: Map<string, Point>[], aspect: number): Map<string, Point>[] {
  const factor = Math.min(Math.max(aspect / ASPECT, 1), MOST_STRETCH);
  return rows.map((places) => {
    return new Map([...places].map(([id, { x, y }]) => [id, { x, y: y * factor }] as const));
  });
}

function outer({ width, height }: Box) {
  return { width: width + GUTTER.x, height: height + GUTTER.y };
}

function moved({ places }: Box, corner: Point): Map<string, Point> {
  return new Map(
    [...places].map(([id, { x, y }]) => [id, { x: x + corner.x, y: y + corner.y }] as const),
  );
}
