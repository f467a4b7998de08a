import { Group, List, Paper, Stack, Text, Title } from "@mantine/core";
import { IconArrowsLeftRight } from "@tabler/icons-react";
import { useState } from "react";
import { type Shapes, useCandidates } from "@/api";
import { FilterLink, useFilter } from "@/filter";
import { Answered, Nothing } from "@/frame";
import { count, Foreign, safe } from "@/words";
import { WithActs } from "./Acts";
import { lastAct } from "./desk";
import { KeyButton, UndoButton } from "./OneByOne";
import classes from "./Review.module.css";
import { type AtDesk, useDesk } from "./useDesk";
import { useKeys } from "./useKeys";

type Candidate = Shapes["Candidate"];

/** Pairs of actors that may be one, the likeliest first; nothing is merged until somebody says so. */
export function WhoIsWho({ by }: { by: string }) {
  const { filter } = useFilter();
  const asked = useCandidates(filter.actor);
  const at = useDesk(by);
  const [passed, setPassed] = useState<ReadonlySet<string>>(new Set());
  return (
    <WithActs at={at}>
      <Answered asked={asked}>
        {({ rows, total }) => {
          const next = rows.find((row) => !passed.has(keyOf(row)));
          const pass = (pair: Candidate) => {
            setPassed((now) => new Set(now).add(keyOf(pair)));
            if (rows.length - passed.size < 3) asked.more();
          };
          if (!next) return <Nothing of="actors that may be the same" />;
          return (
            <Pair key={keyOf(next)} pair={next} left={total} at={at} pass={() => pass(next)} />
          );
        }}
      </Answered>
    </WithActs>
  );
}

function keyOf({ left, right }: Candidate): string {
  return `${left.id} ${right.id}`;
}

interface PairProps {
  pair: Candidate;
  left: number;
  at: AtDesk;
  pass: () => void;
}

function Pair({ pair, left, at, pass }: PairProps) {
  const last = lastAct(at.desk);
  const say = (verdict: "same" | "different") => {
    at.identify(verdict, pair.left, pair.right);
    pass();
  };
  const keys = {
    y: () => say("same"),
    n: () => say("different"),
    s: pass,
    u: () => last && at.undo(last),
  };
  useKeys(keys);
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed" role="status">
        {count(left, "pair")} may be one; is this one?
      </Text>
      <div className={classes.pair}>
        <Side actor={pair.left} />
        <IconArrowsLeftRight size={20} aria-label="and" />
        <Side actor={pair.right} />
      </div>
      <div>
        <Title order={3} size="h6">
          Why they may be
        </Title>
        <List size="sm">
          {pair.because.map((reason) => (
            <List.Item key={reason}>{safe(reason)}</List.Item>
          ))}
        </List>
      </div>
      <Group gap="xs" className={classes.keys} role="toolbar" aria-label="Decide">
        <KeyButton name="Same" letter="y" onClick={keys.y} filled />
        <KeyButton name="Different" letter="n" onClick={keys.n} />
        <KeyButton name="Skip" letter="s" onClick={keys.s} />
        <UndoButton at={at} />
      </Group>
    </Stack>
  );
}

function Side({ actor }: { actor: Candidate["left"] }) {
  return (
    <Paper withBorder p="md">
      <Text fw={650} size="lg">
        <FilterLink to={`/actors/${encodeURIComponent(actor.id)}`} inherit>
          <Foreign>{actor.name}</Foreign>
        </FilterLink>
      </Text>
      <Text size="xs" c="dimmed">
        {actor.kind}
        {actor.knowledge_id && ", known to the knowledge base"}
      </Text>
    </Paper>
  );
}
