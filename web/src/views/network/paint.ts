/** Draws ties, nodes and names with any pen, from how they look and where they are. */
import { PALE } from "@/signs";
import { angleAt, type Curve, lengthOf, type Point, part, pointAt } from "./curve";
import type { Pen } from "./pen";
import type { Node, Tie } from "./scene";
import { corners, SHAPES } from "./shapes";

/** Colours of the theme, "#rrggbb". */
export interface Inks {
  /** What all stands on. */
  ground: string;
  /** Nodes and their names. */
  node: string;
  text: string;
  /** Around what is chosen. */
  chosen: string;
}

// What is not meant while something else is lit.
export const DIM = 0.12;
const HEAD_LENGTH = 9;

/** A line with its dashes and its head. `scale` grows it with the picture. */
export function paintTie(
  pen: Pen,
  tie: Tie,
  curve: Curve,
  { colour, ground, dim = false }: { colour: string; ground: string; dim?: boolean },
) {
  const head = tie.sign.arrow === "end" ? HEAD_LENGTH + tie.width : 0;
  const length = lengthOf(curve);
  const shaft = head > 0 && length > 2 * head ? part(curve, 0, 1 - (head - 1) / length) : curve;
  pen.globalAlpha = dim ? DIM : tie.pale ? PALE : 1;
  pen.strokeStyle = colour;
  pen.lineCap = "butt";
  pen.setLineDash(tie.sign.dash.map((stroke) => stroke * (0.7 + 0.3 * tie.width)));
  trace(pen, shaft);
  pen.lineWidth = tie.hollow ? tie.width + 2.5 : tie.width;
  pen.stroke();
  if (tie.hollow) {
    const faint = pen.globalAlpha;
    pen.globalAlpha = 1;
    pen.strokeStyle = ground;
    pen.lineWidth = tie.width;
    pen.stroke();
    pen.globalAlpha = faint;
  }
  pen.setLineDash([]);
  paintHead(pen, tie, curve, colour);
  if (tie.disputed) paintDoubt(pen, pointAt(curve, 0.5), colour, ground);
  pen.globalAlpha = 1;
}

function trace(pen: Pen, { from, control, to }: Curve) {
  pen.beginPath();
  pen.moveTo(from.x, from.y);
  pen.quadraticCurveTo(control.x, control.y, to.x, to.y);
}

/** The head at the end of a directed line; in the middle of one that goes both ways. */
function paintHead(pen: Pen, tie: Tie, curve: Curve, colour: string) {
  if (tie.sign.head === "none") return;
  const ended = tie.sign.arrow === "end";
  const size = HEAD_LENGTH + tie.width;
  // A mark in the middle makes room for the sign of a dispute.
  const t = ended ? 1 : tie.disputed ? 0.36 : 0.5;
  const tip = pointAt(curve, t);
  const angle = angleAt(curve, t);
  const along = (forth: number, side: number): [number, number] => [
    tip.x + forth * Math.cos(angle) - side * Math.sin(angle),
    tip.y + forth * Math.sin(angle) + side * Math.cos(angle),
  ];
  const back = ended ? -size : -size / 2;
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.beginPath();
  switch (tie.sign.head) {
    case "triangle":
      polygon(pen, [along(back, -size * 0.42), along(back + size, 0), along(back, size * 0.42)]);
      return pen.fill();
    case "diamond": {
      const half = size * 0.42;
      polygon(pen, [
        along(back, 0),
        along(back + size / 2, half),
        along(back + size, 0),
        along(back + size / 2, -half),
      ]);
      return pen.fill();
    }
    case "circle": {
      const [x, y] = along(back + size / 2, 0);
      pen.arc(x, y, size * 0.32, 0, 2 * Math.PI);
      return pen.fill();
    }
    case "bar":
      for (const forth of ended ? [-3] : [-2, 2]) {
        pen.moveTo(...along(forth, -size * 0.5));
        pen.lineTo(...along(forth, size * 0.5));
      }
      pen.lineWidth = 1.75;
      return pen.stroke();
  }
}

/** A question mark in a ring on a line that some report speaks against. */
function paintDoubt(pen: Pen, { x, y }: Point, colour: string, ground: string) {
  pen.globalAlpha = Math.max(pen.globalAlpha, pen.globalAlpha === DIM ? DIM : 0.85);
  pen.beginPath();
  pen.arc(x, y, 6.5, 0, 2 * Math.PI);
  pen.fillStyle = ground;
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.25;
  pen.stroke();
  pen.fillStyle = colour;
  pen.font = `700 10px ${FONT}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText("?", x, y + 0.5);
}

function polygon(pen: Pen, points: readonly (readonly [number, number])[]) {
  points.forEach(([x, y], number) => {
    if (number === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
}

/** A node's shape; on the screen the graphics card draws the same. */
export function paintNode(pen: Pen, node: Node, at: Point, inks: Inks) {
  const shape = SHAPES[node.kind];
  const outline = (radius: number) => {
    pen.beginPath();
    if (shape.sides === 0) pen.arc(at.x, at.y, radius, 0, 2 * Math.PI);
    else {
      const around = corners(shape, radius);
      polygon(
        pen,
        around.map(([x, y]) => [at.x + x, at.y + y]),
      );
    }
  };
  const filled = (radius: number, colour: string) => {
    outline(radius);
    pen.fillStyle = colour;
    pen.fill();
  };
  filled(node.radius, inks.node);
  if (shape.fill !== "solid") filled(node.radius - BORDER, inks.ground);
  if (shape.fill === "ringed") filled(node.radius - 2 * BORDER, inks.node);
}

/** Pixels of a border, and of the gap inside of it. */
export const BORDER = 1.75;

/** A ring around what is chosen. */
export function paintRing(pen: Pen, at: Point, radius: number, colour: string) {
  pen.beginPath();
  pen.arc(at.x, at.y, radius + 4, 0, 2 * Math.PI);
  pen.strokeStyle = colour;
  pen.lineWidth = 2.5;
  pen.stroke();
}

export const FONT = "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
export const NAME_SIZE = 12;

/** A name with a border of the ground around its letters, so that lines under it do not cross it. */
export function paintName(
  pen: Pen,
  name: string,
  at: Point & { align: CanvasTextAlign },
  inks: Pick<Inks, "ground" | "text">,
  { bold = false, dim = false } = {},
) {
  pen.globalAlpha = dim ? 0.3 : 1;
  pen.font = `${bold ? "650 " : "500 "}${NAME_SIZE}px ${FONT}`;
  pen.textAlign = at.align;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 3.5;
  pen.strokeStyle = inks.ground;
  pen.strokeText(name, at.x, at.y);
  pen.fillStyle = inks.text;
  pen.fillText(name, at.x, at.y);
  pen.globalAlpha = 1;
}
