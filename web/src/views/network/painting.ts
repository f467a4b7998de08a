/** A whole scene: its ties below, the names above; the nodes between them are drawn by whoever asks. */
import { type Curve, curveBetween, type Disc, distanceTo, type Point, pointAt } from "./curve";
import type { Lit } from "./lighting";
import type { Looks } from "./looks";
import { namesOf } from "./naming";
import { FONT, NAME_SIZE, paintName, paintRing, paintTie } from "./paint";
import type { Pen } from "./pen";
import type { Scene, Tie } from "./scene";

/** Where each node is on the page, and how large; in pixels. */
export type Discs = ReadonlyMap<string, Disc>;

export interface Line {
  tie: Tie;
  curve: Curve;
}

/** The lines of all ties that are long enough to be seen. */
export function linesOf(scene: Scene, discs: Discs): Line[] {
  return scene.ties.flatMap((tie) => {
    const [source, target] = [discs.get(tie.source), discs.get(tie.target)];
    if (!source || !target) return [];
    const curve = curveBetween(source, target, tie.bend);
    return curve ? [{ tie, curve }] : [];
  });
}

/** Thin lines lie over thick ones, lit ones over dimmed ones. */
export function paintTies(pen: Pen, lines: readonly Line[], looks: Looks, lit: Lit | null) {
  const isLit = ({ tie }: Line) => !lit || lit.ties.has(tie.id);
  const inOrder = [...lines].sort(
    (one, other) => Number(isLit(one)) - Number(isLit(other)) || other.tie.width - one.tie.width,
  );
  for (const line of inOrder) {
    paintTie(pen, line.tie, line.curve, {
      colour: looks.colour(line.tie.sign),
      ground: looks.inks.ground,
      dim: !isLit(line),
    });
  }
}

interface Naming {
  lines: readonly Line[];
  lit: Lit | null;
  /** The node under the pointer. */
  pointed: string | null;
  page: { width: number; height: number };
  widthOf: (text: string) => number;
}

/** Rings around what is chosen, and the names that have room. */
export function paintNames(
  pen: Pen,
  scene: Scene,
  discs: Discs,
  looks: Looks,
  { lines, lit, pointed, page, widthOf }: Naming,
) {
  for (const id of lit?.chosen ?? []) {
    const disc = discs.get(id);
    if (disc) paintRing(pen, disc, disc.radius, looks.inks.chosen);
  }
  const always = (id: string) => id === pointed || Boolean(lit?.chosen.has(id));
  const named = scene.nodes.flatMap(({ id, name }) => {
    const disc = discs.get(id);
    return disc ? [{ ...disc, id, name, always: always(id) }] : [];
  });
  for (const name of namesOf(named, widthOf, page, pointsOn(lines))) {
    const dim = Boolean(lit) && !lit?.nodes.has(name.id);
    paintName(pen, name.text, name, looks.inks, { bold: always(name.id), dim });
  }
}

// Among more lines than these every place is crossed, and looking for the best one would only cost time.
const MOST_LINES = 500;
const POINTS = [0.06, 0.12, 0.18, 0.26, 0.34, 0.42, 0.5, 0.58, 0.66, 0.74, 0.82, 0.88, 0.94];

function pointsOn(lines: readonly Line[]): Point[] {
  if (lines.length > MOST_LINES) return [];
  return lines.flatMap(({ curve }) => POINTS.map((t) => pointAt(curve, t)));
}

/** How wide names are drawn; each is measured once. */
export function measuring(context: CanvasRenderingContext2D): (text: string) => number {
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    context.font = `650 ${NAME_SIZE}px ${FONT}`;
    const { width } = context.measureText(text);
    widths.set(text, width);
    return width;
  };
}

// As near as a finger or an unsteady hand comes.
const REACH = 7;

/** What is at a point of the page: the topmost node, else the nearest tie. */
export function hitAt(
  point: Point,
  scene: Scene,
  discs: Discs,
  lines: readonly Line[],
): { what: "node" | "tie"; id: string } | null {
  const near = scene.nodes.flatMap(({ id }) => {
    const disc = discs.get(id);
    const away = disc ? Math.hypot(disc.x - point.x, disc.y - point.y) - disc.radius : REACH;
    return away < 3 ? [{ id, away }] : [];
  });
  const node = near.sort((one, other) => one.away - other.away)[0];
  if (node) return { what: "node", id: node.id };
  const ties = lines
    .map(({ tie, curve }) => ({ id: tie.id, away: distanceTo(curve, point) - tie.width / 2 }))
    .filter(({ away }) => away < REACH);
  const tie = ties.sort((one, other) => one.away - other.away)[0];
  return tie ? { what: "tie", id: tie.id } : null;
}
