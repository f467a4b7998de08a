import { Badge, Button, Group, Kbd, Text, Title, UnstyledButton } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { ClaimRow } from "@/api";
import { SignLine, useSigns } from "@/signs";
import { count, Foreign, shareWords, timeWords } from "@/words";
import classes from "./ClaimList.module.css";
import { partyWords, voiceWords } from "./claimWords";
import type { Read } from "./reads";

type ClaimRead = Read & { id: string };

interface Props {
  /** In the order of the text. */
  claims: readonly ClaimRead[];
  /** As far as they are there. */
  rows: ReadonlyMap<string, ClaimRow>;
  chosen: string | null;
  onChoose: (claim: ClaimRead) => void;
  onOpen: (claims: readonly ClaimRead[]) => void;
}

/** An article's claims in the order of its text; by keyboard with J and K, O opens the evidence. */
export function ClaimList({ claims, rows, chosen, ...acts }: Props) {
  const { from, to, earlier, later } = useWindow(claims, chosen);
  return (
    <aside className={classes.side} aria-label="Claims of this report">
      <Group justify="space-between" gap="xs" className={classes.head}>
        <Title order={2} size="h6">
          {count(claims.length, "claim")}
        </Title>
        {claims.length > 0 && (
          <Text size="xs" c="dimmed" data-print="no">
            <Kbd size="xs">J</Kbd> next, <Kbd size="xs">K</Kbd> previous, <Kbd size="xs">O</Kbd>{" "}
            evidence
          </Text>
        )}
      </Group>
      {claims.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing in this report was read as a claim.
        </Text>
      )}
      <More number={from} where="earlier" onMore={earlier} />
      <ol className={classes.list} start={from + 1}>
        {claims.slice(from, to).map((claim) => (
          <Item
            key={claim.id}
            claim={claim}
            row={rows.get(claim.id)}
            isChosen={claim.id === chosen}
            {...acts}
          />
        ))}
      </ol>
      <More number={claims.length - to} where="later" onMore={later} />
    </aside>
  );
}

// As many claims as are drawn at once: a long report has thousands.
const MOST = 120;

/** The part of a list that is drawn: around the chosen claim, or where the reader went. */
function useWindow(claims: readonly ClaimRead[], chosen: string | null) {
  const [start, setStart] = useState(0);
  const at = chosen === null ? -1 : claims.findIndex(({ id }) => id === chosen);
  const around = Math.max(at - MOST / 2, 0);
  useEffect(() => {
    if (at >= 0) setStart((now) => (at >= now && at < now + MOST ? now : around));
  }, [at, around]);
  return {
    from: start,
    to: Math.min(start + MOST, claims.length),
    earlier: () => setStart(Math.max(start - MOST, 0)),
    later: () => setStart(start + MOST),
  };
}

function More({ number, where, onMore }: { number: number; where: string; onMore: () => void }) {
  if (number <= 0) return null;
  return (
    <Button size="compact-xs" variant="default" data-print="no" onClick={onMore}>
      {count(number, `${where} claim`)}
    </Button>
  );
}

interface ItemProps extends Pick<Props, "onChoose" | "onOpen"> {
  claim: ClaimRead;
  row: ClaimRow | undefined;
  isChosen: boolean;
}

function Item({ claim, row, isChosen, onChoose, onOpen }: ItemProps) {
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <li ref={place} className={classes.item} data-chosen={isChosen || undefined}>
      <UnstyledButton
        className={classes.choose}
        aria-current={isChosen || undefined}
        onClick={() => onChoose(claim)}
      >
        <What claim={claim} row={row} />
      </UnstyledButton>
      <Button
        size="compact-xs"
        variant="subtle"
        data-print="no"
        aria-label={`Evidence of ${claim.label}${row ? `: ${partyWords(row)}` : ""}`}
        onClick={() => onOpen([claim])}
      >
        Evidence
      </Button>
    </li>
  );
}

function What({ claim, row }: Pick<ItemProps, "claim" | "row">) {
  const signs = useSigns();
  if (!row) return <Foreign>{claim.label}</Foreign>;
  const sign = signs.of(row.predicate, row.kind);
  const voice = voiceWords(row);
  const when = timeWords(row.when);
  return (
    <>
      <Group gap={6} wrap="nowrap">
        <SignLine sign={sign} width={26} />
        <Text size="sm" fw={600}>
          {sign.label}
        </Text>
        {row.phase && row.phase !== "holds" && <Badge variant="default">{row.phase}</Badge>}
        {row.stance !== "asserted" && <Badge variant="outline">{row.stance}</Badge>}
        {row.state !== "open" && <Badge variant="filled">{row.state}</Badge>}
      </Group>
      <Text size="sm">
        <Foreign>{partyWords(row)}</Foreign>
      </Text>
      <Text size="xs" c="dimmed">
        {when && `${when} · `}
        {voice && (
          <>
            <Foreign>{voice}</Foreign>
            {" · "}
          </>
        )}
        confidence {shareWords(row.confidence)}
      </Text>
    </>
  );
}
