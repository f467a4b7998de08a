import { type FocusEvent, type MouseEvent, memo, type PointerEvent } from "react";
import { type Lit, litPieces, type Piece } from "@/evidence";
import { Foreign, pieces } from "@/words";
import classes from "./ArticleText.module.css";
import { claimsOf, type Layer, type Read } from "./reads";

/** What a reader does with lit words. */
export interface Handling {
  /** The words are pointed at, or left (null). */
  onPoint: (reads: readonly Read[] | null, at: HTMLElement | null) => void;
  /** Claims are to be opened. */
  onOpen: (claims: readonly (Read & { id: string })[]) => void;
}

interface Props extends Handling {
  text: string;
  lights: readonly Lit<Read>[];
  /** Claims that are chosen: their words stand out. */
  chosen: ReadonlySet<string>;
}

// Of these at most one is underlined at a time: the first that lies there.
const UNDERLINED: readonly Layer[] = ["toll", "date", "place", "actor"];

/** A stretch of an article with everything that was read in it lit. */
export const LitStretch = memo(function LitStretch({ text, lights, ...rest }: Props) {
  return litPieces(text, lights).map((piece) =>
    piece.on.length === 0 ? (
      <Foreign key={piece.start}>{piece.text}</Foreign>
    ) : (
      <LitPiece key={piece.start} piece={piece} {...rest} />
    ),
  );
});

function LitPiece({
  piece: { text, on },
  chosen,
  onPoint,
  onOpen,
}: Omit<Props, "text" | "lights"> & { piece: Piece<Read> }) {
  const claims = claimsOf(on);
  const look = {
    className: classes.lit,
    "data-claims": claims.map(({ id }) => id).join(" ") || undefined,
    "data-depth": Math.min(claims.length, 3) || undefined,
    "data-statement": has(on, "statement"),
    "data-grey": has(on, "furniture"),
    "data-dateline": has(on, "dateline"),
    "data-under": UNDERLINED.find((layer) => has(on, layer)),
    "data-chosen": claims.some(({ id }) => chosen.has(id)) || undefined,
    onPointerEnter: (event: PointerEvent<HTMLElement>) => onPoint(on, event.currentTarget),
    onPointerLeave: () => onPoint(null, null),
  };
  const words = <Foreign>{text}</Foreign>;
  const [first] = claims;
  // A link of nothing but a space cannot be named.
  if (!first || text.trim() === "") return <mark {...look}>{words}</mark>;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onOpen(claims);
  };
  const focus = (event: FocusEvent<HTMLElement>) => onPoint(on, event.currentTarget);
  // A link, since a button's words would not break over lines. The list of claims is the way by keyboard.
  return (
    <mark {...look}>
      <a href={`#${first.id}`} tabIndex={-1} onClick={open} onFocus={focus}>
        {words}
      </a>
    </mark>
  );
}

/** A stretch nobody looks at: its text, with "�" for each character that could mislead. */
export const PlainStretch = memo(function PlainStretch({ text }: { text: string }) {
  return pieces(text)
    .map((piece) => (typeof piece === "string" ? piece : "�"))
    .join("");
});

function has(on: readonly Read[], layer: Layer): true | undefined {
  return on.some(({ what }) => what === layer) || undefined;
}
