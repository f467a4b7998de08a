import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { asTrouble, type Shapes, useDecisions } from "@/api";
import { EvidenceButton } from "@/evidence";
import { FilterLink } from "@/filter";
import { Answered, Page } from "@/frame";
import { count, dayWords, Foreign } from "@/words";
import { ReviewerName } from "../review/Reviewer";
import { takeBack } from "../review/useDesk";
import { useReviewer } from "../review/useReviewer";
import classes from "./Decisions.module.css";
import { type Run, runsOf, undoable } from "./runs";

type State = Shapes["Standing"]["state"];

const STATES: Record<State, string> = {
  stands: "stands",
  undone: "undone",
  "set-aside": "set aside by a later one",
  outdone: "a later word counts",
  unmatched: "about nothing that is read here",
};

/** What persons decided, the latest first, with what became of it; anything can be taken back. */
export default function Decisions() {
  const asked = useDecisions();
  return (
    <Page title="Decisions" aside={<ReviewerName />}>
      <Text size="sm" c="dimmed">
        Nothing is erased: taking a decision back is a decision, too, and can be taken back.{" "}
        <FilterLink to="/review" inherit underline="always">
          Go on reviewing
        </FilterLink>
      </Text>
      <Answered asked={asked}>
        {({ rows, total }) =>
          total === 0 ? (
            <Text size="sm">Nobody has decided anything yet.</Text>
          ) : (
            <Stack gap="sm">
              <Text size="sm" role="status">
                {count(total, "decision")}
              </Text>
              <List runs={runsOf(rows)} />
              {asked.hasMore && (
                <Button
                  variant="default"
                  onClick={asked.more}
                  loading={asked.isFetching}
                  className={classes.more}
                >
                  Earlier ones
                </Button>
              )}
            </Stack>
          )
        }
      </Answered>
    </Page>
  );
}

function List({ runs }: { runs: readonly Run[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={classes.frame} tabIndex={0} aria-label="Decisions">
      <Table striped highlightOnHover fz="sm" verticalSpacing={6} miw={720}>
        <Table.Thead>
          <Table.Tr>
            {["Day", "By", "Decision", "State", "Evidence"].map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
            <Table.Th aria-label="Undo" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Row key={run.id} run={run} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ run }: { run: Run }) {
  const [first] = run.members;
  if (!first) return null;
  const { decision } = first;
  const states = [...new Set(run.members.map(({ state }) => state))];
  const claims = run.members.flatMap(({ decision: { choice } }) =>
    choice.anchor ? [choice.left] : [],
  );
  return (
    <Table.Tr>
      <Table.Td className={classes.day} title={decision.made_at}>
        {dayWords(decision.made_at)}
      </Table.Td>
      <Table.Td>
        <Foreign>{run.by}</Foreign>
      </Table.Td>
      <Table.Td>
        {run.members.length > 1 && (
          <strong>
            {run.verdict} {run.members.length} at once:{" "}
          </strong>
        )}
        <Foreign>{decision.choice.what}</Foreign>
        {run.members.length > 1 && " …"}
        {decision.because && (
          <Text size="xs" c="dimmed">
            because: <Foreign>{decision.because}</Foreign>
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {states.map((state) => (
            <Badge key={state} variant={state === "stands" ? "default" : "outline"}>
              {STATES[state]}
            </Badge>
          ))}
        </Group>
      </Table.Td>
      <Table.Td>
        {claims.length > 0 && <EvidenceButton claimIds={claims} title={decision.choice.what} />}
      </Table.Td>
      <Table.Td>
        <Undo run={run} />
      </Table.Td>
    </Table.Tr>
  );
}

function Undo({ run }: { run: Run }) {
  const { name, guess } = useReviewer();
  const queries = useQueryClient();
  const ids = undoable(run);
  const undo = useMutation({
    mutationFn: () => takeBack(ids, name || guess),
    onSuccess: () => queries.invalidateQueries(),
    onError: (reason) =>
      notifications.show({
        color: "red",
        title: "Not taken back",
        message: asTrouble(reason).message,
      }),
  });
  if (ids.length === 0) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={undo.isPending}
      onClick={() => undo.mutate()}
      aria-label={`Undo: ${run.members[0]?.decision.choice.what}`}
    >
      {ids.length > 1 ? `Undo all ${ids.length}` : "Undo"}
    </Button>
  );
}
