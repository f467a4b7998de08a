import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Lit } from "@/evidence";
import classes from "./ArticleText.module.css";
import { HoverCard, type Pointed } from "./HoverCard";
import { type Handling, LitStretch, plainWords } from "./LitStretch";
import type { Read } from "./reads";
import { lightsOf, type Stretch, stretchAt, stretchesOf } from "./stretches";
import { useNearView } from "./useNearView";

interface Props {
  text: string;
  /** What is lit, by place. */
  reads: readonly Read[];
  /** Claims whose words stand out; the first of them is scrolled to. */
  chosen: readonly string[];
  onOpen: Handling["onOpen"];
  /** 0 to 1 by a claim's id, as far as it is known. */
  confidenceOf: (claim: string) => number | undefined;
}

/** The frozen text of an article, lit where somebody looks: a stretch far off is plain text until one comes near. */
export function ArticleText({ text, reads, chosen, onOpen, confidenceOf }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const stretches = useMemo(() => stretchesOf(text), [text]);
  const lights = useMemo(() => lightsOf(stretches, reads), [stretches, reads]);
  const chosenIds = useMemo(() => new Set(chosen), [chosen]);
  const [first] = chosen;
  const wanted = useMemo(() => {
    const read = reads.find(({ what, id }) => what === "claim" && id === first);
    return read ? stretchAt(stretches, read.span[0] ?? 0) : -1;
  }, [reads, stretches, first]);
  useScrollTo(frame, wanted < 0 ? undefined : first);
  const onPoint = useCallback<Handling["onPoint"]>(
    (on, at) => setPointed(on && at ? { reads: on, at } : null),
    [],
  );
  return (
    <div ref={frame} className={classes.text}>
      {stretches.map((stretch, number) => (
        <Drawn
          key={stretch.start}
          stretch={stretch}
          lights={lights[number] ?? []}
          chosen={chosenIds}
          needed={number === wanted}
          onPoint={onPoint}
          onOpen={onOpen}
        />
      ))}
      <HoverCard pointed={pointed} frame={frame} confidenceOf={confidenceOf} />
    </div>
  );
}

interface DrawnProps extends Handling {
  stretch: Stretch;
  lights: readonly Lit<Read>[];
  chosen: ReadonlySet<string>;
  /** Lit wherever the reader is. */
  needed: boolean;
}

// Of an average line of the column, to keep room for what is not laid out yet.
const LETTERS_A_LINE = 85;

function Drawn({ stretch, needed, ...rest }: DrawnProps) {
  const place = useRef<HTMLParagraphElement>(null);
  const near = useNearView(place);
  const lines = Math.ceil(stretch.length / LETTERS_A_LINE);
  return (
    <p
      ref={place}
      className={classes.stretch}
      dir="auto"
      style={{ containIntrinsicSize: `auto ${lines * 1.7}em` }}
    >
      {near || needed ? <LitStretch text={stretch.text} {...rest} /> : plainWords(stretch.text)}
    </p>
  );
}

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
