/** The line of a tie between two nodes: a quadratic curve from border to border. All in pixels. */

export interface Point {
  x: number;
  y: number;
}

export interface Curve {
  from: Point;
  control: Point;
  to: Point;
}

/** A round thing that lines end at. */
export interface Disc extends Point {
  radius: number;
}

const STEP = 30;
// Lines keep off the nodes by this much, so that arrowheads can be told from them.
const GAP = 2;

/** The line between two nodes; null where they touch. `bend` as in `Tie`. */
export function curveBetween(source: Disc, target: Disc, bend: number): Curve | null {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const length = Math.hypot(dx, dy);
  if (length < source.radius + target.radius + 2 * GAP) return null;
  const side = bend * Math.min(STEP * 2, length * 0.35);
  const whole = {
    from: source,
    control: {
      x: (source.x + target.x) / 2 - (dy / length) * side,
      y: (source.y + target.y) / 2 + (dx / length) * side,
    },
    to: target,
  };
  const start = leaving(whole, source.radius + GAP);
  const end = 1 - leaving(turned(whole), target.radius + GAP);
  return part(whole, start, end);
}

/** The same line, the other way. */
export function turned({ from, control, to }: Curve): Curve {
  return { from: to, control, to: from };
}

/** Where it is at `t` from 0 to 1. */
export function pointAt({ from, control, to }: Curve, t: number): Point {
  const u = 1 - t;
  return {
    x: u * u * from.x + 2 * u * t * control.x + t * t * to.x,
    y: u * u * from.y + 2 * u * t * control.y + t * t * to.y,
  };
}

/** Which way it runs at `t`, in radians. */
export function angleAt({ from, control, to }: Curve, t: number): number {
  const u = 1 - t;
  return Math.atan2(
    u * (control.y - from.y) + t * (to.y - control.y),
    u * (control.x - from.x) + t * (to.x - control.x),
  );
}

/** The stretch from `start` to `end`. */
export function part(curve: Curve, start: number, end: number): Curve {
  const { from, control, to } = curve;
  const blossom = (a: number, b: number): Point => {
    const mix = (p: number, c: number, q: number) =>
      (1 - a) * (1 - b) * p + (a * (1 - b) + b * (1 - a)) * c + a * b * q;
    return { x: mix(from.x, control.x, to.x), y: mix(from.y, control.y, to.y) };
  };
  return { from: blossom(start, start), control: blossom(start, end), to: blossom(end, end) };
}

/** About how long it is: between the chord and the way over the control point. */
export function lengthOf({ from, control, to }: Curve): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  const around =
    Math.hypot(control.x - from.x, control.y - from.y) +
    Math.hypot(to.x - control.x, to.y - control.y);
  return (2 * chord + around) / 3;
}

const PIECES = 12;

/** How far a point is from the line. */
export function distanceTo(curve: Curve, point: Point): number {
  let nearest = Number.POSITIVE_INFINITY;
  let last = curve.from;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const next = pointAt(curve, piece / PIECES);
    nearest = Math.min(nearest, distanceToSegment(last, next, point));
    last = next;
  }
  return nearest;
}

function distanceToSegment(from: Point, to: Point, { x, y }: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const along = ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}

/** The `t` at which the line is so far from its beginning: by halving, as distance only grows there. */
function leaving(curve: Curve, radius: number): number {
  let [low, high] = [0, 0.5];
  for (let step = 0; step < 10; step += 1) {
    const t = (low + high) / 2;
    const { x, y } = pointAt(curve, t);
    if (Math.hypot(x - curve.from.x, y - curve.from.y) < radius) low = t;
    else high = t;
  }
  return high;
}
