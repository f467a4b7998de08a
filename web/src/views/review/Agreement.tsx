import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import { type Shapes, useAgreement } from "@/api";
import { EvidenceButton } from "@/evidence";
import { Answered } from "@/frame";
import { count, Foreign, numberWords } from "@/words";

type Agreed = Shapes["Agreement"];

/** How far reviewers agree, and on what they do not. */
export function Agreement() {
  const asked = useAgreement();
  return (
    <Answered asked={asked}>
      {(agreement) => (
        <Stack gap="md" maw={880}>
          <Alpha agreement={agreement} />
          <Differences differences={agreement.disagreements} />
        </Stack>
      )}
    </Answered>
  );
}

function Alpha({ agreement }: { agreement: Agreed }) {
  const { alpha, claims, agreed, reviewers } = agreement;
  if (alpha === null)
    return (
      <Text size="sm">
        Agreement is not defined yet: two reviewers or more have to decide on the same claims, and
        not all alike. “Second reviewer” shows what others have decided.
      </Text>
    );
  return (
    <Paper withBorder p="md">
      <Group gap="xl" align="baseline">
        <div>
          <Text size="xl" fw={650}>
            {alpha.toFixed(2)}
          </Text>
          <Text size="xs" c="dimmed">
            Krippendorff's alpha, nominal: 1 is full agreement, 0 what chance would give
          </Text>
        </div>
        <Text size="sm">
          {numberWords(agreed)} of {count(claims, "claim")} decided alike, by{" "}
          <Foreign>{reviewers.join(", ")}</Foreign>
        </Text>
      </Group>
    </Paper>
  );
}

function Differences({ differences }: { differences: Agreed["disagreements"] }) {
  if (differences.length === 0) return null;
  return (
    <section aria-label="Where they differ">
      <Title order={2} size="h5" mb="xs">
        Where they differ
      </Title>
      <Stack gap="xs">
        {differences.map(({ claim_id, words }) => (
          <Paper withBorder p="sm" key={claim_id}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Stack gap={2}>
                {words.map((word) => (
                  <Text size="sm" key={word.id}>
                    <strong>
                      <Foreign>{word.by}</Foreign>
                    </strong>
                    : <Foreign>{word.choice.what}</Foreign>
                    {word.because && (
                      <Text span c="dimmed">
                        {" "}
                        (<Foreign>{word.because}</Foreign>)
                      </Text>
                    )}
                  </Text>
                ))}
              </Stack>
              <EvidenceButton claimIds={[claim_id]} title="Reviewers differ" />
            </Group>
          </Paper>
        ))}
      </Stack>
    </section>
  );
}
