import { Alert, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type ClaimRow, useClaims } from "@/api";
import { post } from "@/api/client";
import { type Column, DataTable } from "@/evidence";
import { type Filter, useFilter } from "@/filter";
import { Answered, Nothing } from "@/frame";
import { count, reportWords, safe } from "@/words";
import { WithActs } from "./Acts";
import { type Chosen, STATES, selectingOf } from "./selecting";
import { useDesk } from "./useDesk";

// Enough to see what kind of claims they are; all of them are on the page of claims.
const SAMPLE = 12;

/** The same word on all claims that the filter lets through: how many, a sample, then one act that one undo takes back. */
export function ManyAtOnce({ by }: { by: string }) {
  const { filter } = useFilter();
  const at = useDesk(by);
  const [words, setWords] = useState("");
  const [held] = useDebouncedValue(words.trim(), 300);
  const [undecided, setUndecided] = useState(true);
  const chosen: Chosen = { words: held, states: undecided ? ["open"] : [...STATES] };
  const asked = useClaims(filter, { q: held || undefined, state: chosen.states, limit: SAMPLE });
  const decide = (verdict: "accepted" | "rejected", total: number) =>
    at.act({ verdict, what: whatOf(filter, chosen), claim: null, size: total }, async () => {
      const said = { verdict, filter: selectingOf(filter, chosen), expected: total };
      const body = { ...said, claim_ids: [], because: whatOf(filter, chosen), by };
      return (await post("/api/v1/review/bulk", { body })).decision_ids;
    });
  return (
    <WithActs at={at}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          The filter above says which claims; narrow it until the sample shows only such as deserve
          the same word.
        </Text>
        <Group align="flex-end">
          <TextInput
            label="Whose words hold"
            placeholder="pledged allegiance"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Checkbox
            label="Only those that nobody has decided"
            checked={undecided}
            onChange={(event) => setUndecided(event.currentTarget.checked)}
            mb={8}
          />
        </Group>
        <Answered asked={asked}>
          {({ rows, total }) =>
            total === 0 ? (
              <Nothing of="claims" />
            ) : (
              <Preview
                rows={rows}
                total={total}
                unsent={unsent(filter)}
                decide={(verdict) => decide(verdict, total)}
              />
            )
          }
        </Answered>
      </Stack>
    </WithActs>
  );
}

interface PreviewProps {
  rows: readonly ClaimRow[];
  total: number;
  /** Fields of the filter that a bulk cannot take. */
  unsent: readonly string[];
  decide: (verdict: "accepted" | "rejected") => void;
}

const COLUMNS: readonly Column<ClaimRow>[] = [
  { key: "what", label: "Claim", value: claimWords },
  { key: "sentence", label: "Sentence", value: ({ sentence }) => safe(sentence) },
  { key: "report", label: "Report", value: ({ report }) => reportWords(report) },
];

function Preview({ rows, total, unsent: kept, decide }: PreviewProps) {
  const [asking, setAsking] = useState<"accepted" | "rejected" | null>(null);
  const all = count(total, "claim");
  return (
    <>
      <Text fw={600} role="status">
        {all}
        {total > rows.length && `, the first ${rows.length} of them:`}
      </Text>
      <DataTable
        caption="A sample of the claims"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        evidence={(row) => ({ claimIds: [row.id], title: claimWords(row) })}
      />
      {kept.length > 0 && (
        <Alert color="orange" p="xs">
          Take “{kept.join("” and “")}” out of the filter first: many at once cannot be chosen by
          it.
        </Alert>
      )}
      <Group>
        <Button onClick={() => setAsking("accepted")} disabled={kept.length > 0}>
          Accept all {all}
        </Button>
        <Button variant="default" onClick={() => setAsking("rejected")} disabled={kept.length > 0}>
          Reject all {all}
        </Button>
      </Group>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={`${asking === "accepted" ? "Accept" : "Reject"} ${all}?`}
      >
        <Stack>
          <Text size="sm">
            Each gets a decision signed by you. One “Undo” in this session takes all of them back.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(null)}>
              Cancel
            </Button>
            <Button
              data-autofocus
              onClick={() => {
                if (asking) decide(asking);
                setAsking(null);
              }}
            >
              {asking === "accepted" ? "Accept" : "Reject"} {all}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

function claimWords({ parties, predicate, phase }: ClaimRow): string {
  const name = (role: string) => {
    const party = parties.find((one) => one.role === role);
    return party && safe(party.actor?.name ?? party.words);
  };
  const what = [predicate, phase].filter(Boolean).join(" ");
  return [name("source"), what, name("target") ?? name("place")].filter(Boolean).join(", ");
}

function whatOf(filter: Filter, { words }: Chosen): string {
  const parts = [...filter.kind, filter.actor, ...filter.source, words && `“${words}”`];
  return parts.filter(Boolean).join(", ") || "all claims";
}

function unsent(filter: Filter): string[] {
  return [filter.reviewed_only && "reviewed only", filter.min_witnesses && "witnesses"].filter(
    (name): name is string => Boolean(name),
  );
}
