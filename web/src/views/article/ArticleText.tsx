import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ClaimRow } from "@/api";
import type { Lit } from "@/evidence";
import classes from "./ArticleText.module.css";
import { HoverCard, type Pointed } from "./HoverCard";
import { type Handling, LitStretch, PlainStretch } from "./LitStretch";
import type { Read } from "./reads";
import { lightsOf, type Stretch, stretchAt, stretchesOf } from "./stretches";
import { useNearView } from "./useNearView";
import { useParts } from "./useParts";

interface Props {
  text: string;
  /** What is lit, by place. */
  reads: readonly Read[];
  /** Claims whose words stand out; the first of them is scrolled to. */
  chosen: readonly string[];
  onOpen: Handling["onOpen"];
  /** The claims, by id, as far as they are there. */
  rows: ReadonlyMap<string, ClaimRow>;
}

/** The frozen text of an article, lit where somebody looks: a stretch far off is plain text until one comes near. */
export function ArticleText({ text, reads, chosen, onOpen, rows }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const stretches = useMemo(() => stretchesOf(text), [text]);
  const lights = useMemo(() => lightsOf(stretches, reads), [stretches, reads]);
  const chosenIds = useMemo(() => new Set(chosen), [chosen]);
  const isChosen = ({ what }: Lit<Read>) => what.what === "claim" && chosenIds.has(what.id ?? "");
  const [first] = chosen;
  const wanted = useMemo(() => {
    const read = reads.find(({ what, id }) => what === "claim" && id === first);
    return read ? stretchAt(stretches, read.span[0] ?? 0) : -1;
  }, [reads, stretches, first]);
  const drawn = useParts(stretches.length, Math.max(AT_ONCE, wanted + 1));
  useScrollTo(frame, wanted < 0 ? undefined : first);
  const onPoint = useCallback<Handling["onPoint"]>(
    (on, at) => setPointed(on && at ? { reads: on, at } : null),
    [],
  );
  return (
    <div ref={frame} className={classes.text}>
      {stretches.slice(0, drawn).map((stretch, number) => (
        <Drawn
          key={stretch.start}
          stretch={stretch}
          lights={lights[number] ?? UNLIT}
          chosen={lights[number]?.some(isChosen) ? chosenIds : NONE}
          first={number < FIRST}
          needed={number === wanted}
          onPoint={onPoint}
          onOpen={onOpen}
        />
      ))}
      <HoverCard pointed={pointed} frame={frame} rows={rows} />
    </div>
  );
}

// The same things each time, so that stretches that nothing happened to are not drawn anew.
const NONE: ReadonlySet<string> = new Set();
const UNLIT: readonly Lit<Read>[] = [];

interface DrawnProps extends Handling {
  stretch: Stretch;
  lights: readonly Lit<Read>[];
  chosen: ReadonlySet<string>;
  /** On the first screen. */
  first: boolean;
  /** Lit wherever the reader is. */
  needed: boolean;
}

// Of an average line of the column, to keep room for what is not laid out yet.
const LETTERS_A_LINE = 85;

// About a screen of paragraphs, and some that nobody sees the end of before the others are there.
const FIRST = 8;
const AT_ONCE = 64;

const Drawn = memo(function Drawn({ stretch, first, needed, ...rest }: DrawnProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const near = useNearView(place, first);
  const lines = Math.ceil(stretch.length / LETTERS_A_LINE);
  return (
    <p
      ref={place}
      className={classes.stretch}
      dir="auto"
      style={{ containIntrinsicSize: `auto ${lines * 1.7}em` }}
    >
      {near || needed ? (
        <LitStretch text={stretch.text} {...rest} />
      ) : (
        <PlainStretch text={stretch.text} />
      )}
    </p>
  );
});

/** Brings the words of a claim into view, unless they are there already. */
function useScrollTo(frame: React.RefObject<HTMLDivElement | null>, claim: string | undefined) {
  useEffect(() => {
    if (claim === undefined) return;
    const words = frame.current?.querySelector(`[data-claims~="${CSS.escape(claim)}"]`);
    if (!words) return;
    const { top, bottom } = words.getBoundingClientRect();
    // What lies under the header of the app counts as out of view.
    if (top < HEADER_PX || bottom > window.innerHeight) words.scrollIntoView({ block: "center" });
  }, [frame, claim]);
}

const HEADER_PX = 60;
