/** The part of an article in which a reviewer picks who is meant, cut at the words that name actors. */
import type { Shapes } from "@/api";

type Article = Pick<Shapes["ArticleRead"], "text" | "marks">;
type Span = readonly [number, number];

/** Some of the text; offsets in code points of the article. */
export interface Stretch {
  start: number;
  end: number;
  text: string;
  /** Whom it names; null for what names nobody. */
  naming: string | null;
  /** It lies in the sentence of the claim. */
  here: boolean;
}

// A reviewer looks for a party near the sentence; a whole book would stall the page.
const AROUND = 3000;

/** The text around a span, in order, without gaps; where names overlap, the longer one is taken. */
export function stretches(article: Article, here: Span): Stretch[] {
  const letters = Array.from(article.text);
  const [first, last] = [Math.max(0, here[0] - AROUND), Math.min(letters.length, here[1] + AROUND)];
  const found: Stretch[] = [];
  const add = (start: number, end: number, naming: string | null) => {
    // Cut at the borders of the sentence, so that it can be shown as one.
    for (const [from, to] of naming ? [[start, end] as const] : cut(start, end, here)) {
      if (from >= to) continue;
      const inside = from >= here[0] && to <= here[1];
      found.push({
        start: from,
        end: to,
        text: letters.slice(from, to).join(""),
        naming,
        here: inside,
      });
    }
  };
  let at = first;
  for (const { start, end, label } of names(article)) {
    if (start < at || end > last) continue;
    add(at, start, null);
    add(start, end, label);
    at = end;
  }
  add(at, last, null);
  return found;
}

/** The words of a span, on one line. */
export function wordsAt(text: string, [start, end]: Span): string {
  return Array.from(text).slice(start, end).join("").replace(/\s+/g, " ").trim();
}

function names({ marks }: Article) {
  return marks
    .filter((mark) => mark.what === "actor" && mark.id !== null)
    .map(({ span, label }) => ({ start: span[0], end: span[1], label }))
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

function cut(start: number, end: number, here: Span): Span[] {
  const inside = (at: number) => Math.min(Math.max(at, start), end);
  const [from, to] = [inside(here[0]), inside(here[1])];
  return [
    [start, from],
    [from, to],
    [to, end],
  ];
}
