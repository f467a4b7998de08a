import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import type { Explanation } from "@/api";
import { FilterLink } from "@/filter";
import { PredicateLabel } from "@/signs";
import { Foreign, reportWords, shareWords, short, timeWords } from "@/words";
import { LitText } from "./LitText";
import { Rules } from "./Rules";

/** One claim with all that it rests on: what is claimed, the sentence, who says so, where, and how it was read. */
export function ClaimCard({ explanation }: { explanation: Explanation }) {
  const { claim, corrected, sentence, lights } = explanation;
  return (
    <Paper withBorder p="sm" component="article" aria-label={`Claim ${short(claim.id)}`}>
      <Stack gap={6}>
        <Head explanation={explanation} />
        <Parties explanation={explanation} />
        <LitText text={sentence} lights={lights} />
        <Text size="sm">
          <Voice explanation={explanation} />
        </Text>
        <Source explanation={explanation} />
        {corrected && (
          <Text size="xs" c="dimmed">
            Read as {claim.predicate} before a reviewer corrected it.
          </Text>
        )}
        <Rules explanation={explanation} />
      </Stack>
    </Paper>
  );
}

function Head({ explanation }: { explanation: Explanation }) {
  const { claim, corrected, current } = explanation;
  const told = corrected ?? claim;
  const verdict = explanation.decisions.at(-1)?.choice.verdict;
  return (
    <Group gap={6} justify="space-between">
      <Group gap={6}>
        <Text size="sm" fw={600} component="div">
          <PredicateLabel predicate={told.predicate} kind={told.kind} />
        </Text>
        {told.phase && <Badge variant="default">{told.phase}</Badge>}
        <Badge variant={told.stance === "asserted" ? "default" : "outline"}>{told.stance}</Badge>
        {verdict && <Badge variant="filled">{verdict}</Badge>}
        {!current && <Badge variant="outline">no longer read so</Badge>}
      </Group>
      <Text size="xs" c="dimmed" title="The share of such claims that are read right">
        confidence {shareWords(claim.confidence)}
      </Text>
    </Group>
  );
}

/** Who takes which part, with the words used where they are not the name. */
function Parties({ explanation }: { explanation: Explanation }) {
  return (
    <Stack gap={0}>
      {explanation.parties.map(({ role, words, actor }) => (
        <Text size="sm" key={`${role}:${actor?.id}:${words}`}>
          <Text span c="dimmed" size="xs">
            {role}{" "}
          </Text>
          {actor ? (
            <FilterLink to={`/actors/${encodeURIComponent(actor.id)}`} inherit>
              <Foreign>{actor.name}</Foreign>
            </FilterLink>
          ) : (
            <Foreign>{words}</Foreign>
          )}
          {actor && actor.name !== words && (
            <Text span c="dimmed" size="xs">
              {" "}
              “<Foreign>{words}</Foreign>”
            </Text>
          )}
        </Text>
      ))}
    </Stack>
  );
}

function Voice({ explanation: { saying } }: { explanation: Explanation }) {
  if (!saying) return "The report says so in its own voice.";
  return (
    <>
      Said by{" "}
      <strong>
        <Foreign>{saying.speaker ?? "somebody without a name"}</Foreign>
      </strong>
      {saying.cue && (
        <>
          {" "}
          (“<Foreign>{saying.cue}</Foreign>”)
        </>
      )}
      {saying.direct ? ", word for word" : ""}
      {saying.via.length > 0 && (
        <>
          , passed on by <Foreign>{saying.via.join(", ")}</Foreign>
        </>
      )}
      .
    </>
  );
}

function Source({ explanation: { report, claim, corrected } }: { explanation: Explanation }) {
  const when = timeWords((corrected ?? claim).when);
  return (
    <Text size="xs" c="dimmed">
      {when && <>Of {when}. </>}
      <FilterLink
        to={`/articles/${encodeURIComponent(report.article_id)}#${claim.id}`}
        inherit
        underline="always"
      >
        <Foreign>{reportWords(report)}</Foreign>
      </FilterLink>
    </Text>
  );
}
