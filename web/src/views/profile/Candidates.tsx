import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { type Actor, asTrouble, type Shapes, useCandidates, useIdentify, useUndo } from "@/api";
import { FilterLink } from "@/filter";
import { count, Foreign, safe, shareWords } from "@/words";
import classes from "./Profile.module.css";

// The likeliest ones; the profile begins below them.
const FEW = 3;

/** Others that may be the same actor, with the reasons; a person decides, and may take it back. */
export function Candidates({ actor }: { actor: Actor }) {
  const { data, hasMore, more } = useCandidates(actor.id);
  const [all, setAll] = useState(false);
  const decide = useDecide();
  if (!data || data.rows.length === 0) return null;
  const shown = all ? data.rows : data.rows.slice(0, FEW);
  return (
    <Paper withBorder p="sm" component="section" aria-labelledby="candidates" data-print="no">
      <Title order={2} size="h6" id="candidates">
        Possibly the same as
      </Title>
      <ul className={classes.candidates}>
        {shown.map((candidate) => (
          <CandidateLine
            key={`${candidate.left.id}:${candidate.right.id}`}
            candidate={candidate}
            other={candidate.left.id === actor.id ? candidate.right : candidate.left}
            onDecide={decide}
          />
        ))}
      </ul>
      {data.total > shown.length && (
        <Button
          size="compact-xs"
          variant="default"
          onClick={all && hasMore ? more : () => setAll(true)}
        >
          {count(data.total - shown.length, "more actor")}
        </Button>
      )}
    </Paper>
  );
}

type Verdict = Shapes["Identifying"]["verdict"];

interface LineProps {
  candidate: Shapes["Candidate"];
  other: Actor;
  onDecide: (candidate: Shapes["Candidate"], verdict: Verdict) => void;
}

function CandidateLine({ candidate, other, onDecide }: LineProps) {
  const name = safe(other.name);
  return (
    <li className={classes.candidate}>
      <div>
        <Text size="sm">
          <FilterLink to={`/actors/${encodeURIComponent(other.id)}`} inherit fw={550}>
            <Foreign>{other.name}</Foreign>
          </FilterLink>{" "}
          <Text span c="dimmed" size="xs" title="0 to 1; it orders, and is no probability">
            score {shareWords(candidate.score)}
          </Text>
        </Text>
        <Text size="xs" c="dimmed">
          <Foreign>{candidate.because.join("; ")}</Foreign>
        </Text>
      </div>
      <Group gap={6} wrap="nowrap">
        {(["same", "different"] as const).map((verdict) => (
          <Button
            key={verdict}
            size="compact-sm"
            variant="default"
            aria-label={`${name} is ${verdict === "same" ? "the same" : "somebody different"}`}
            onClick={() => onDecide(candidate, verdict)}
          >
            {verdict === "same" ? "Same" : "Different"}
          </Button>
        ))}
      </Group>
    </li>
  );
}

/** Decides, says what came of it, and offers to take it back. */
function useDecide() {
  const identify = useIdentify();
  const undo = useUndo();
  const fail = (error: Error) =>
    notifications.show({ color: "red", message: asTrouble(error).message });
  const takeBack = (decision: string, notice: string) => {
    notifications.hide(notice);
    undo.mutate(
      { decision },
      { onSuccess: () => notifications.show({ message: "Taken back." }), onError: fail },
    );
  };
  return ({ left, right }: Shapes["Candidate"], verdict: Verdict) =>
    identify.mutate(
      { verdict, left: left.id, right: right.id },
      {
        onError: fail,
        onSuccess: ({ decision, notes }) => {
          const words = `${safe(left.name)} and ${safe(right.name)}: ${verdict}.`;
          if (!decision) return notifications.show({ message: [words, ...notes].join(" ") });
          const notice = `identity-${decision.id}`;
          notifications.show({
            id: notice,
            // As long as one needs to see what it did.
            autoClose: 20_000,
            message: (
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">{[words, ...notes].join(" ")}</Text>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => takeBack(decision.id, notice)}
                >
                  Undo
                </Button>
              </Group>
            ),
          });
        },
      },
    );
}
