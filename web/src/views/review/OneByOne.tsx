import { Button, Group, Kbd, Modal, Stack, Text, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { type Explanation, useClaims, useQueue } from "@/api";
import { useFilter } from "@/filter";
import { Answered, Nothing } from "@/frame";
import { count, numberWords } from "@/words";
import { Acts } from "./Acts";
import { ClaimShown } from "./ClaimShown";
import { Correct } from "./Correct";
import { lastAct, nextClaim, waiting } from "./desk";
import classes from "./Review.module.css";
import { type AtDesk, useDesk } from "./useDesk";
import { useKeys } from "./useKeys";
import { claimWords } from "./words";

interface Props {
  by: string;
  /** Claims that others have decided and this person has not; what they said is not shown. */
  second: boolean;
}

// As many as a person gets through in some minutes; the next are fetched when these are done.
const AT_ONCE = 30;

/** One claim at a time, the disputed and the least sure first. */
export function OneByOne({ by, second }: Props) {
  const { filter } = useFilter();
  const asked = useQueue(filter, { by, second, limit: AT_ONCE });
  const at = useDesk(by);
  return (
    <Answered asked={asked}>
      {(queue) => (
        <div className={classes.columns}>
          <div className={classes.middle}>
            <Middle
              at={at}
              queue={queue.claims}
              second={second}
              more={asked.refetch}
              busy={asked.isFetching}
            />
          </div>
          <aside className={classes.side} aria-label="This session">
            <Left second={second} waiting={waiting(at.desk, queue.claims).length} />
            <Acts at={at} />
          </aside>
        </div>
      )}
    </Answered>
  );
}

interface MiddleProps {
  at: AtDesk;
  queue: readonly Explanation[];
  second: boolean;
  more: () => unknown;
  busy: boolean;
}

function Middle({ at, queue, second, more, busy }: MiddleProps) {
  const claim = nextClaim(at.desk, queue);
  if (claim) return <Deciding key={claim.claim.id} claim={claim} at={at} blind={second} />;
  return (
    <Stack align="center" gap="sm" py="xl">
      <Nothing of={second ? "claims for a second reviewer" : "claims to review"} />
      <Group>
        <Button variant="default" onClick={() => more()} loading={busy}>
          Look for more
        </Button>
        <UndoButton at={at} />
      </Group>
      <UndoKey at={at} />
    </Stack>
  );
}

function Deciding({ claim, at, blind }: { claim: Explanation; at: AtDesk; blind: boolean }) {
  const [correcting, setCorrecting] = useState(false);
  const [help, setHelp] = useState(false);
  const last = lastAct(at.desk);
  const accept = () =>
    // What is shown is right: as it was read, or as somebody has corrected it.
    claim.corrected ? at.correct(claim, correctionOf(claim)) : at.review(claim, "accepted");
  const keys = {
    a: accept,
    r: () => at.review(claim, "rejected"),
    c: () => setCorrecting(true),
    s: () => at.skip(claim),
    u: () => last && at.undo(last),
    "?": () => setHelp(true),
  };
  useKeys(keys, !correcting);
  return (
    <article>
      <VisuallyHidden aria-live="polite">{claimWords(claim)}</VisuallyHidden>
      <ClaimShown explanation={claim} blind={blind} />
      {correcting ? (
        <Correct
          claim={claim}
          onSave={(correction) => at.correct(claim, correction)}
          onLeave={() => setCorrecting(false)}
        />
      ) : (
        <Group gap="xs" mt="md" className={classes.keys} role="toolbar" aria-label="Decide">
          <KeyButton name="Accept" letter="a" onClick={keys.a} filled />
          <KeyButton name="Reject" letter="r" onClick={keys.r} />
          <KeyButton name="Correct" letter="c" onClick={keys.c} />
          <KeyButton name="Skip" letter="s" onClick={keys.s} />
          <UndoButton at={at} />
          <KeyButton name="Keys" letter="?" onClick={keys["?"]} />
        </Group>
      )}
      <Modal opened={help} onClose={() => setHelp(false)} title="Keys" size="sm">
        <Help />
      </Modal>
    </article>
  );
}

function correctionOf(claim: Explanation) {
  const last = claim.decisions.at(-1)?.choice.correction;
  return { ...last, swapped: last?.swapped ?? false };
}

interface KeyProps {
  name: string;
  letter: string;
  onClick: () => void;
  filled?: boolean;
  disabled?: boolean;
}

/** A button with its key on it. */
export function KeyButton({ name, letter, onClick, filled = false, disabled = false }: KeyProps) {
  return (
    <Button
      size="sm"
      variant={filled ? "filled" : "default"}
      c={filled ? "var(--mantine-color-body)" : undefined}
      rightSection={<Kbd size="xs">{letter.toUpperCase()}</Kbd>}
      aria-keyshortcuts={letter}
      onClick={onClick}
      disabled={disabled}
    >
      {name}
    </Button>
  );
}

/** Takes the last act of this session back. */
export function UndoButton({ at }: { at: AtDesk }) {
  const last = lastAct(at.desk);
  return (
    <KeyButton
      name="Undo"
      letter="u"
      onClick={() => last && at.undo(last)}
      disabled={last === undefined}
    />
  );
}

function UndoKey({ at }: { at: AtDesk }) {
  const last = lastAct(at.desk);
  useKeys({ u: () => last && at.undo(last) });
  return null;
}

const KEYS = [
  ["A", "accept: the words say this"],
  ["R", "reject: the words do not say this; it leaves no trace in any answer"],
  ["C", "correct: the words say something else"],
  ["S", "skip: leave it for later"],
  ["U", "undo the last act of this session, a skip too"],
  ["?", "these keys"],
  ["Esc", "leave a form or a dialog"],
] as const;

function Help() {
  return (
    <Stack gap={6}>
      {KEYS.map(([key, what]) => (
        <Group key={key} gap="sm" wrap="nowrap" align="flex-start">
          <Kbd>{key}</Kbd>
          <Text size="sm">{what}</Text>
        </Group>
      ))}
    </Stack>
  );
}

/** How many are left: counted by the server, for a second reviewer as far as they are loaded. */
function Left({ second, waiting: here }: { second: boolean; waiting: number }) {
  const { filter } = useFilter();
  const open = useClaims(filter, { state: ["open"], limit: 1 }, { off: second }).data?.total;
  const words = second
    ? `${numberWords(here)}${here >= AT_ONCE ? " or more" : ""} waiting here`
    : `${count(open ?? here, "claim")} nobody has decided`;
  return (
    <Text size="sm" fw={600} mb={4} role="status">
      {words}
    </Text>
  );
}
