import { Code, Group, Paper, Text } from "@mantine/core";
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { ClaimRow } from "@/api";
import { Foreign, shareWords } from "@/words";
import classes from "./ArticleText.module.css";
import { partyWords } from "./claimWords";
import { LAYER_NAMES, type Meaning, meaningsOf, type Read } from "./reads";

/** Words that the reader points at. */
export interface Pointed {
  reads: readonly Read[];
  at: HTMLElement;
}

interface Props {
  pointed: Pointed | null;
  /** What the card is placed in. */
  frame: RefObject<HTMLDivElement | null>;
  /** The claims, by id, as far as they are there. */
  rows: ReadonlyMap<string, ClaimRow>;
}

// More lines than this would hide the text that they are about.
const MOST = 5;
const GAP_PX = 6;

/** Tells what the words that are pointed at were read as, by which rule, and how surely. */
export function HoverCard({ pointed, frame, rows }: Props) {
  const card = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(pointed);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useEffect(() => setShown(pointed), [pointed]);
  useEffect(() => {
    const hide = ({ key }: KeyboardEvent) => key === "Escape" && setShown(null);
    window.addEventListener("keydown", hide);
    return () => window.removeEventListener("keydown", hide);
  }, []);
  useLayoutEffect(() => {
    if (!shown || !frame.current || !card.current) return;
    setPlace(placed(shown.at, frame.current, card.current));
  }, [shown, frame]);
  const meanings = useMemo(() => meaningsOf(shown?.reads ?? []), [shown]);
  if (!shown) return null;
  return (
    <Paper
      ref={card}
      role="tooltip"
      withBorder
      shadow="md"
      p="xs"
      className={classes.card}
      style={place}
      data-print="no"
    >
      {meanings.slice(0, MOST).map((meaning) => (
        <MeaningLine
          key={`${meaning.what}:${meaning.id}:${meaning.label}`}
          meaning={meaning}
          row={meaning.id === null ? undefined : rows.get(meaning.id)}
        />
      ))}
      {meanings.length > MOST && (
        <Text size="xs" c="dimmed">
          and {meanings.length - MOST} more
        </Text>
      )}
    </Paper>
  );
}

function MeaningLine({ meaning, row }: { meaning: Meaning; row: ClaimRow | undefined }) {
  const { what, label, form, rules } = meaning;
  return (
    <div>
      <Group gap={6} wrap="nowrap" align="baseline">
        <Text size="xs" c="dimmed" className={classes.kind}>
          {LAYER_NAMES[what]}
        </Text>
        <Text size="xs">
          <Foreign>{row ? `${label}: ${partyWords(row)}` : label}</Foreign>
          {form && form !== "name" && `, by a ${form}`}
          {row && `, confidence ${shareWords(row.confidence)}`}
        </Text>
      </Group>
      {rules.length > 0 && <Code className={classes.rule}>{rules.join(", ")}</Code>}
    </div>
  );
}

/** Under the words' first line, or over it where there is no room below; never out at the sides. */
function placed(at: HTMLElement, frame: HTMLElement, card: HTMLElement) {
  const words = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const outer = frame.getBoundingClientRect();
  const most = Math.max(outer.width - card.offsetWidth, 0);
  const left = Math.min(Math.max(words.left - outer.left, 0), most);
  const below = words.bottom + GAP_PX;
  const fits = below + card.offsetHeight <= window.innerHeight;
  const top = fits ? below : words.top - GAP_PX - card.offsetHeight;
  return { left, top: top - outer.top };
}
