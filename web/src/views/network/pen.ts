/** What pictures are drawn with: a canvas, or a file of vector graphics that takes the same strokes. */

/** As much of a canvas as is used; a canvas is one. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "arc"
  | "closePath"
  | "stroke"
  | "fill"
  | "fillText"
  | "strokeText"
  | "setLineDash"
  | "strokeStyle"
  | "fillStyle"
  | "lineWidth"
  | "lineCap"
  | "lineJoin"
  | "globalAlpha"
  | "font"
  | "textAlign"
  | "textBaseline"
>;

const ANCHORS: Partial<Record<CanvasTextAlign, string>> = { center: "middle", right: "end" };

/** A pen that writes SVG. Whole circles only; text in one direction only. */
export class SvgPen {
  strokeStyle: Pen["strokeStyle"] = "#000";
  fillStyle: Pen["fillStyle"] = "#000";
  lineWidth = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  globalAlpha = 1;
  font = "12px sans-serif";
  textAlign: CanvasTextAlign = "left";
  textBaseline: CanvasTextBaseline = "alphabetic";
  private dash: readonly number[] = [];
  private path: string[] = [];
  private readonly parts: string[] = [];

  beginPath() {
    this.path = [];
  }
  moveTo(x: number, y: number) {
    this.path.push(`M${at(x, y)}`);
  }
  lineTo(x: number, y: number) {
    this.path.push(`L${at(x, y)}`);
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number) {
    this.path.push(`Q${at(cx, cy)} ${at(x, y)}`);
  }
  arc(x: number, y: number, radius: number) {
    const r = short(radius);
    const [left, right] = [at(x - radius, y), at(x + radius, y)];
    this.path.push(`M${left}A${r} ${r} 0 1 0 ${right}A${r} ${r} 0 1 0 ${left}`);
  }
  closePath() {
    this.path.push("Z");
  }
  setLineDash(dash: readonly number[]) {
    this.dash = dash;
  }
  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map(short).join(" ")}"` : "";
    this.put("path", `d="${this.path.join("")}" fill="none" ${this.outline()}${dash}`);
  }
  fill() {
    this.put("path", `d="${this.path.join("")}" fill="${this.fillStyle}"`);
  }
  fillText(text: string, x: number, y: number) {
    this.put("text", `${this.letters(x, y)} fill="${this.fillStyle}"`, text);
  }
  strokeText(text: string, x: number, y: number) {
    this.put("text", `${this.letters(x, y)} fill="none" ${this.outline()}`, text);
  }

  /** The file: so many pixels wide and high, with a title for who cannot see it. */
  file(width: number, height: number, title: string): string {
    const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${short(width)} ${short(height)}"`;
    const size = `width="${short(width)}" height="${short(height)}" role="img"`;
    return `${head} ${size}>\n<title>${escaped(title)}</title>\n${this.parts.join("\n")}\n</svg>\n`;
  }

  private outline(): string {
    const join = this.lineJoin === "miter" ? "" : ` stroke-linejoin="${this.lineJoin}"`;
    const cap = this.lineCap === "butt" ? "" : ` stroke-linecap="${this.lineCap}"`;
    return `stroke="${this.strokeStyle}" stroke-width="${short(this.lineWidth)}"${join}${cap}`;
  }
  private letters(x: number, y: number): string {
    const [, weight = "400", size = "12", family = ""] =
      /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(this.font) ?? [];
    const anchor = ANCHORS[this.textAlign];
    // Not every viewer knows baselines; a third of the letters' size is where the middle is.
    const drop = this.textBaseline === "middle" ? Number(size) * 0.35 : 0;
    const where = `x="${short(x)}" y="${short(y + drop)}"`;
    const look = `font-family="${escaped(family)}" font-size="${size}" font-weight="${weight}"`;
    return `${where} ${look}${anchor ? ` text-anchor="${anchor}"` : ""}`;
  }
  private put(tag: string, attributes: string, text?: string) {
    const faint = this.globalAlpha < 1 ? ` opacity="${short(this.globalAlpha)}"` : "";
    const open = `<${tag} ${attributes}${faint}`;
    this.parts.push(text === undefined ? `${open}/>` : `${open}>${escaped(text)}</${tag}>`);
  }
}

function short(number: number): string {
  return String(Math.round(number * 100) / 100);
}

function at(x: number, y: number): string {
  return `${short(x)} ${short(y)}`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
