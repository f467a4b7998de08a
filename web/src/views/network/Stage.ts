/**
 * The picture on the screen. Sigma keeps the camera, hears mouse and fingers, and draws the nodes on the graphics card;
 * ties and names are drawn on its two canvases, below and above them, since its own edges know neither dashes nor signs.
 */
import Graph from "graphology";
import Sigma from "sigma";
import type { CameraState, MouseCoords } from "sigma/types";
import type { Disc, Point } from "./curve";
import type { Positions } from "./layout";
import type { Lit } from "./lighting";
import { type Looks, mixed } from "./looks";
import { type NodeLook, ShapedNodes } from "./nodeProgram";
import { hitAt, type Line, linesOf, measuring, paintNames, paintTies } from "./painting";
import type { Scene } from "./scene";
import { SHAPES } from "./shapes";

export type Hit = ReturnType<typeof hitAt>;

/** What the picture tells. */
export interface Heard {
  /** Something else is under the pointer; null for nothing. */
  point: (hit: Hit) => void;
  pick: (hit: Hit) => void;
  /** A node was picked twice. */
  enter: (id: string) => void;
}

export interface Shown {
  scene: Scene;
  positions: Positions;
  looks: Looks;
}

const START: CameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
const MOVE_MS = 350;
// Room for names around what is fitted into the page, in pixels.
const MARGIN = { x: 90, y: 36 };
const NEAREST = 0.12;
// Pixels of a step at which nodes have their radius; and how much smaller and larger they become.
const USUAL_STEP = 75;
const [LEAST, MOST] = [0.45, 1.5];
const DIM_NODE = 0.22;

export class Stage {
  private readonly sigma: Sigma<NodeLook>;
  private readonly graph = new Graph<NodeLook>();
  private readonly below: CanvasRenderingContext2D;
  private readonly above: CanvasRenderingContext2D;
  private readonly widthOf: (text: string) => number;
  private readonly watch: ResizeObserver;
  private step = USUAL_STEP;
  private shown: Shown | null = null;
  private lit: Lit | null = null;
  private pointed: Hit = null;
  private discs = new Map<string, Disc>();
  private lines: Line[] = [];

  /**
   * @param calm - the camera jumps where it would glide.
   * @throws where the browser has no WebGL, or `host` no size.
   */
  constructor(
    private readonly host: HTMLElement,
    private readonly heard: Heard,
    private readonly calm: boolean,
  ) {
    this.sigma = new Sigma(this.graph, host, {
      defaultNodeType: "shaped",
      nodeProgramClasses: { shaped: ShapedNodes },
      defaultDrawNodeHover: () => undefined,
      renderLabels: false,
      stagePadding: 24,
      minCameraRatio: NEAREST / 2,
      maxCameraRatio: 4,
      zoomToSizeRatioFunction: (ratio) => 1 / this.growth(ratio),
    });
    // Sigma would read a pixel back from the graphics card at every move of the mouse, which takes a second where there is
    // none; `hitAt` knows what is where.
    Object.assign(this.sigma, { getNodeAtPosition: () => null });
    this.below = this.canvas("edgeLabels");
    this.above = this.canvas("labels");
    this.widthOf = measuring(this.above);
    this.sigma.on("resize", () => this.measure());
    this.sigma.on("afterRender", () => this.paint());
    this.hear();
    this.watch = new ResizeObserver(() => {
      if (host.offsetWidth > 0 && host.offsetHeight > 0) this.sigma.scheduleRefresh();
    });
    this.watch.observe(host);
  }

  /** Draws a scene. The first one is fitted into the page; after that the camera stays, unless it would see nothing. */
  show(shown: Shown) {
    const first = this.shown === null;
    this.shown = shown;
    if (first) this.sigma.setCustomBBox(boundsOf(shown.positions));
    this.graph.clear();
    for (const node of shown.scene.nodes) {
      const at = shown.positions.get(node.id);
      if (at) this.graph.addNode(node.id, this.look(node.id, at, node.radius, SHAPES[node.kind]));
    }
    this.sigma.refresh();
    if (first) this.measure();
    if (first || !this.seesAny()) this.fit({ glide: false });
  }

  /** Lights some of it and dims the rest; null lights all. */
  light(lit: Lit | null) {
    this.lit = lit;
    this.graph.updateEachNodeAttributes((id, now) => ({ ...now, color: this.ink(id) }), {
      attributes: ["color"],
    });
    this.sigma.scheduleRender();
  }

  /** Moves the camera so that all nodes are seen. */
  fit({ glide = true } = {}) {
    const points = this.graph.mapNodes((_, at) =>
      this.sigma.graphToViewport(at, { cameraState: START }),
    );
    if (points.length === 0) return;
    const { width, height } = this.sigma.getDimensions();
    const [x, y] = [span(points.map((at) => at.x)), span(points.map((at) => at.y))];
    const room = (side: number, margin: number) => side - 2 * Math.min(margin, side * 0.12);
    const ratio = Math.max(
      (x[1] - x[0]) / room(width, MARGIN.x),
      (y[1] - y[0]) / room(height, MARGIN.y),
      NEAREST,
    );
    const middle = { x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 };
    const centre = this.sigma.viewportToFramedGraph(middle, { cameraState: START });
    this.move({ ...START, ...centre, ratio }, glide);
  }

  /** Nearer for factors below 1. */
  zoom(factor: number) {
    const state = this.sigma.getCamera().getState();
    this.move({ ...state, ratio: state.ratio * factor }, true);
  }

  kill() {
    this.watch.disconnect();
    this.sigma.kill();
  }

  /** How much larger nodes are drawn: with the room between them, but slower, so that near by there is more of it. */
  private growth(ratio: number): number {
    return Math.min(Math.max(Math.sqrt(this.step / ratio / USUAL_STEP), LEAST), MOST);
  }

  /** Measures how many pixels a step of the layout is at the camera's first distance. */
  private measure() {
    const [from, to] = [0, 1].map((x) =>
      this.sigma.graphToViewport({ x, y: 0 }, { cameraState: START }),
    );
    if (from && to) this.step = to.x - from.x;
  }

  private move(state: CameraState, glide: boolean) {
    const camera = this.sigma.getCamera();
    if (glide && !this.calm) void camera.animate(state, { duration: MOVE_MS });
    else camera.setState(state);
  }

  private look(id: string, at: Point, size: number, shape: NodeLook["shape"]): NodeLook {
    const ground = this.shown?.looks.inks.ground ?? "#ffffff";
    return { ...at, size, shape, ground, color: this.ink(id) };
  }

  private ink(id: string): string {
    if (!this.shown) return "#000000";
    const { node, ground } = this.shown.looks.inks;
    return !this.lit || this.lit.nodes.has(id) ? node : mixed(node, ground, DIM_NODE);
  }

  private paint() {
    if (!this.shown) return;
    const { scene, looks } = this.shown;
    this.discs = new Map(
      this.graph.mapNodes((id, { x, y, size }) => {
        const at = this.sigma.graphToViewport({ x, y });
        return [id, { ...at, radius: this.sigma.scaleSize(size) }] as const;
      }),
    );
    this.lines = linesOf(scene, this.discs);
    paintTies(this.below, this.lines, looks, this.lit);
    paintNames(this.above, scene, this.discs, looks, {
      lines: this.lines,
      lit: this.lit,
      pointed: this.pointed?.what === "node" ? this.pointed.id : null,
      page: this.sigma.getDimensions(),
      widthOf: this.widthOf,
    });
  }

  private hear() {
    const pick = ({ event }: { event: MouseCoords }) => this.heard.pick(this.at(event));
    const enter = ({ event, preventSigmaDefault }: Twice) => {
      const hit = this.at(event);
      if (hit?.what !== "node") return;
      preventSigmaDefault();
      this.heard.enter(hit.id);
    };
    this.sigma.on("clickStage", pick).on("doubleClickStage", enter);
    this.host.addEventListener("pointermove", (event) => {
      const { left, top } = this.host.getBoundingClientRect();
      if (event.pointerType !== "touch" && event.buttons === 0)
        this.pointAt(this.at({ x: event.clientX - left, y: event.clientY - top }));
    });
    this.host.addEventListener("pointerleave", () => this.pointAt(null));
  }

  private pointAt(hit: Hit) {
    if (hit?.id === this.pointed?.id) return;
    this.pointed = hit;
    this.host.style.cursor = hit ? "pointer" : "";
    this.heard.point(hit);
  }

  private at(point: Point): Hit {
    return this.shown && hitAt(point, this.shown.scene, this.discs, this.lines);
  }

  private seesAny(): boolean {
    const { width, height } = this.sigma.getDimensions();
    const isSeen = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
    return this.graph.someNode((_, at) => isSeen(this.sigma.graphToViewport(at)));
  }

  private canvas(layer: string): CanvasRenderingContext2D {
    const context = this.sigma.getCanvases()[layer]?.getContext("2d");
    if (!context) throw new Error(`no canvas to draw ${layer} on`);
    return context;
  }
}

interface Twice {
  event: MouseCoords;
  preventSigmaDefault: () => void;
}

function boundsOf(positions: Positions): { x: [number, number]; y: [number, number] } {
  const points = [...positions.values()];
  if (points.length === 0) return { x: [0, 1], y: [0, 1] };
  return { x: span(points.map(({ x }) => x)), y: span(points.map(({ y }) => y)) };
}

function span(numbers: number[]): [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}
