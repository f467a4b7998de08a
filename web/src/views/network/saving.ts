/** The whole picture as a file: vector graphics to be drawn on, or a picture for a page. It says what it is. */
import { dayWords } from "@/words";
import type { Disc } from "./curve";
import type { Positions } from "./layout";
import type { Looks } from "./looks";
import { FONT, paintNode } from "./paint";
import { linesOf, measuring, paintNames, paintTies } from "./painting";
import { type Pen, SvgPen } from "./pen";
import type { Network, Scene } from "./scene";

export interface Plate {
  network: Pick<Network, "on" | "known_by">;
  scene: Scene;
  positions: Positions;
  looks: Looks;
}

const WIDTH = 1600;
const HEAD = 64;
const FOOT_LINE = 22;
const MARGIN = { x: 110, y: 40 };
// Narrow enough for a page, whatever the layout.
const ASPECTS = { least: 0.35, most: 1.1 };
/** Pixels of a PNG to one of the picture's. */
const SHARPNESS = 2;
const LEGEND_STEP = 250;

/** The picture as SVG. */
export function svgOf(plate: Plate): string {
  const pen = new SvgPen();
  const context = document.createElement("canvas").getContext("2d");
  const { height, title } = drawn(pen, plate, context ? measuring(context) : roughly);
  return pen.file(WIDTH, height, title);
}

/** The picture as PNG; null where the browser cannot make one. */
export async function pngOf(plate: Plate): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!context) return null;
  canvas.width = WIDTH * SHARPNESS;
  canvas.height = heightOf(plate).all * SHARPNESS;
  context.scale(SHARPNESS, SHARPNESS);
  drawn(context, plate, measuring(context));
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** Hands a file to the reader. */
export function download(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

function drawn(pen: Pen, plate: Plate, widthOf: (text: string) => number) {
  const { scene, looks, network } = plate;
  const { all: height, picture } = heightOf(plate);
  pen.fillStyle = looks.inks.ground;
  rectangle(pen, WIDTH, height);
  const discs = discsOf(plate, picture);
  const lines = linesOf(scene, discs);
  paintTies(pen, lines, looks, null);
  for (const node of scene.nodes) {
    const disc = discs.get(node.id);
    if (disc) paintNode(pen, node, disc, looks.inks);
  }
  const page = { width: WIDTH, height };
  paintNames(pen, scene, discs, looks, { lines, lit: null, pointed: null, page, widthOf });
  const title = `Who stands with, under and against whom on ${dayWords(network.on)}`;
  letter(pen, title, 24, 30, { ink: looks.inks.text, font: `650 18px ${FONT}` });
  const note = `As known by ${dayWords(network.known_by)}. Reported, not established.`;
  letter(pen, note, 24, 52, { ink: looks.inks.text, font: `400 13px ${FONT}` });
  paintKey(pen, plate, HEAD + picture);
  return { height, title };
}

/** The predicates that are drawn, each with its line; then what the look of lines says beside. */
function paintKey(pen: Pen, { scene, looks }: Plate, top: number) {
  keyOf(scene).forEach(({ tie, words }, number) => {
    const column = number % columns();
    const y = top + Math.floor(number / columns()) * FOOT_LINE + FOOT_LINE / 2;
    const x = 24 + column * LEGEND_STEP;
    const ends = { from: { x, y }, control: { x: x + 22, y }, to: { x: x + 44, y } };
    paintTies(pen, [{ tie, curve: ends }], looks, null);
    letter(pen, words, x + 54, y, { ink: looks.inks.text, font: `400 12px ${FONT}` });
  });
}

function keyOf(scene: Scene): { tie: Scene["ties"][number]; words: string }[] {
  const plain = { width: 2, disputed: false, pale: false, hollow: false };
  const kinds = new Map(scene.ties.map((tie) => [tie.sign.predicate, { ...tie, ...plain }]));
  const lines = [...kinds.values()].map((tie) => ({ tie, words: tie.sign.label }));
  const [sample] = kinds.values();
  if (!sample) return [];
  const bare = {
    ...sample,
    sign: { ...sample.sign, head: "none" as const, arrow: "none" as const, dash: [] },
  };
  const states = [
    {
      tie: { ...bare, pale: true },
      words: "only alleged",
      is: scene.ties.some((tie) => tie.relation.alleged),
    },
    {
      tie: { ...bare, pale: true, disputed: true },
      words: "disputed",
      is: scene.ties.some((tie) => tie.disputed),
    },
    {
      tie: { ...bare, hollow: true },
      words: "faded, or day uncertain",
      is: scene.ties.some((tie) => tie.hollow),
    },
  ];
  return [...lines, ...states.filter(({ is }) => is)];
}

function columns(): number {
  return Math.floor((WIDTH - 48) / LEGEND_STEP);
}

function heightOf({ scene, positions }: Plate): { all: number; picture: number } {
  const { width, height } = extentOf(scene, positions);
  const aspect = Math.min(Math.max(height / width, ASPECTS.least), ASPECTS.most);
  const picture = Math.round((WIDTH - 2 * MARGIN.x) * aspect + 2 * MARGIN.y);
  const foot = Math.ceil(keyOf(scene).length / columns()) * FOOT_LINE + 24;
  return { all: HEAD + picture + foot, picture };
}

function extentOf(scene: Scene, positions: Positions) {
  const points = scene.nodes.flatMap(({ id }) => positions.get(id) ?? []);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.max(...ys)];
  const width = Math.max(Math.max(...xs) - left, 1);
  return { left, top, width, height: Math.max(top - Math.min(...ys), 0.5) };
}

function discsOf({ scene, positions }: Plate, picture: number): Map<string, Disc> {
  const { left, top, width, height } = extentOf(scene, positions);
  const [across, down] = [WIDTH - 2 * MARGIN.x, picture - 2 * MARGIN.y];
  const scale = Math.min(across / width, down / height);
  const [x0, y0] = [(WIDTH - width * scale) / 2, HEAD + (picture - height * scale) / 2];
  return new Map(
    scene.nodes.flatMap(({ id, radius }) => {
      const at = positions.get(id);
      if (!at) return [];
      return [
        [id, { x: x0 + (at.x - left) * scale, y: y0 + (top - at.y) * scale, radius }],
      ] as const;
    }),
  );
}

function rectangle(pen: Pen, width: number, height: number) {
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(width, 0);
  pen.lineTo(width, height);
  pen.lineTo(0, height);
  pen.closePath();
  pen.fill();
}

function letter(pen: Pen, text: string, x: number, y: number, look: { ink: string; font: string }) {
  pen.font = look.font;
  pen.fillStyle = look.ink;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillText(text, x, y);
}

// Where nothing can be measured: about the width of a letter.
function roughly(text: string): number {
  return text.length * 6.6;
}
