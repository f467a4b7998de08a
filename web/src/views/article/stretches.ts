/** Cuts a text into stretches that are drawn one by one, so that a text of any length stays responsive. */
import type { Lit } from "@/evidence";
import type { Read } from "./reads";

/** A stretch of a text; all of them together, in order, are the text. */
export interface Stretch {
  /** Where it starts in the text, in code points, as spans count. */
  start: number;
  /** How many code points it has. */
  length: number;
  text: string;
}

// A paragraph of a report has 200 to 800 letters. What is longer than four screens is cut, at a space where there is one.
const LEAST = 200;
const MOST = 4000;
// A letter outside the basic plane is one code point in two units.
const HIGH = /[\uD800-\uDBFF]/;

/** The text in stretches: at ends of lines, where these are neither too near nor too far. */
export function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let start = 0;
  for (let from = 0; from < text.length; ) {
    const to = cutAfter(text, from);
    const piece = text.slice(from, to);
    const length = codePoints(piece);
    stretches.push({ start, length, text: piece });
    start += length;
    from = to;
  }
  return stretches;
}

/** How many code points a text has. */
export function codePoints(text: string): number {
  let number = 0;
  // Counted, not matched: millions of matches would be kept to be counted.
  for (let at = 0; at < text.length; number += 1) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  return number;
}

/** Which stretch holds a code point; -1 where none does. */
export function stretchAt(stretches: readonly Stretch[], point: number): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.start ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  const found = stretches[low - 1];
  return found && point < found.start + found.length ? low - 1 : -1;
}

/** What lies on each stretch, counted from the stretch's own start; what lies on several is on each of them. */
export function lightsOf(stretches: readonly Stretch[], reads: readonly Read[]): Lit<Read>[][] {
  const lights: Lit<Read>[][] = stretches.map(() => []);
  for (const read of reads) {
    const [start = 0, end = 0] = read.span;
    let number = stretchAt(stretches, start);
    let stretch = stretches[number];
    while (stretch && stretch.start < end) {
      lights[number]?.push({ span: [start - stretch.start, end - stretch.start], what: read });
      number += 1;
      stretch = stretches[number];
    }
  }
  return lights;
}

function cutAfter(text: string, from: number): number {
  // All searches are within this window: a text without ends of lines, or without spaces, would be searched through each time.
  const window = text.slice(from, from + MOST);
  const newline = window.indexOf("\n", LEAST);
  if (newline >= 0) return from + newline + blanks(text, from + newline);
  if (window.length < MOST) return from + window.length;
  const space = window.lastIndexOf(" ");
  const cut = from + (space > LEAST ? space + 1 : MOST);
  return HIGH.test(text.charAt(cut - 1)) ? cut + 1 : cut;
}

/** How many line ends stand together; a few of them, since a text of nothing else must be cut, too. */
function blanks(text: string, at: number): number {
  let number = 1;
  while (number < LEAST && text.charAt(at + number) === "\n") number += 1;
  return number;
}
