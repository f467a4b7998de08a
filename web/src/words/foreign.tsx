/** Words that strangers wrote: only ever text, unable to turn the direction of what stands around them. */

import classes from "./foreign.module.css";

// Control, format (direction marks among them), unpaired surrogates, private use, noncharacters; but neither white
// space nor the joiners and the soft hyphen that words are written with.
const HARMFUL =
  /(?!\n|\r|\t|\u200c|\u200d|\u00ad)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** A character that could mislead, with its code point for who wants to know. */
export interface Oddity {
  at: number;
  code: string;
}

/** Pieces of a text, in order: plain stretches, and single characters that cannot be seen or turn what follows. */
export function pieces(text: string): (string | Oddity)[] {
  const found: (string | Oddity)[] = [];
  let done = 0;
  for (const match of text.matchAll(HARMFUL)) {
    if (match.index > done) found.push(text.slice(done, match.index));
    const code = match[0].codePointAt(0) ?? 0;
    found.push({ at: match.index, code: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` });
    done = match.index + match[0].length;
  }
  if (done < text.length) found.push(text.slice(done));
  return found;
}

/** The text on one line where only text can stand (titles, accessible names): harmful characters become "�". */
export function safe(text: string): string {
  return text.replace(HARMFUL, "�").replace(/\s+/g, " ").trim();
}

/** Foreign words inside a line of ours. Everything that comes out of an article or a store is shown with it. */
export function Foreign({ children }: { children: string }) {
  return <bdi>{pieces(children).map((piece) => shown(piece))}</bdi>;
}

function shown(piece: string | Oddity) {
  if (typeof piece === "string") return piece;
  return (
    <span key={piece.at} className={classes.oddity} title={`hidden character ${piece.code}`}>
      {piece.code}
    </span>
  );
}
