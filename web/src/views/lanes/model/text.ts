/** How wide text will be, without asking a browser: the same on every machine, and never too narrow. */

// Shares of the font's size; measured on the widest of the fonts that the app asks for, and rounded up.
const NARROW = 0.36;
const COMMON = 0.61;
const CAPITAL = 0.74;
const WIDE = 0.94;
const FOREIGN = 1.05;

/** Pixels at most, for a size of the font in pixels. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += shareOf(sign);
  return width * size;
}

/** As much of the text as fits, with "…" where some is cut. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join("")}…`, size) > width) signs.pop();
  return `${signs.join("").trimEnd()}…`;
}

function shareOf(sign: string): number {
  if (" .,:;'’|!()[]ijlftr-–".includes(sign)) return NARROW;
  if ("mwMW@%…—".includes(sign)) return WIDE;
  if (sign >= "A" && sign <= "Z") return CAPITAL;
  return sign <= "\u024f" ? COMMON : FOREIGN;
}
