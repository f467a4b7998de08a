import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import { IconArrowRight, IconExternalLink } from "@tabler/icons-react";
import type { Explanation } from "@/api";
import { useCodebook } from "@/api";
import { LitText } from "@/evidence";
import { Rules } from "@/evidence/Rules";
import { FilterLink } from "@/filter";
import { PredicateLabel } from "@/signs";
import { Foreign, reportWords, shareWords, timeWords } from "@/words";
import classes from "./Review.module.css";
import { partyOf, partyWords } from "./words";

/** A claim to decide on: its sentence large, what was read in it, and who says it where and when. */
export function ClaimShown({ explanation, blind }: { explanation: Explanation; blind: boolean }) {
  return (
    <Stack gap="md">
      <div className={classes.sentence}>
        <LitText text={explanation.sentence} lights={explanation.lights} />
      </div>
      <Reading explanation={explanation} />
      <Facts explanation={explanation} />
      {!blind && <Decided explanation={explanation} />}
      <Rules explanation={explanation} />
    </Stack>
  );
}

/** The claim put in words: who, how, whom. */
function Reading({ explanation }: { explanation: Explanation }) {
  const claim = explanation.corrected ?? explanation.claim;
  const other = partyOf(explanation, "target") ?? partyOf(explanation, "place");
  return (
    <section className={classes.reading} aria-label="Read as">
      <Group gap="xs" align="center">
        <PartyName party={partyOf(explanation, "source")} />
        <PredicateLabel predicate={claim.predicate} kind={claim.kind} />
        <IconArrowRight size={16} aria-label="to" />
        <PartyName party={other} />
      </Group>
      <Group gap={6} mt={8}>
        {claim.phase && <Term kind="phases" name={claim.phase} />}
        <Term kind="stances" name={claim.stance} />
        <Text size="xs" c="dimmed" title="The share of such claims that are read right">
          confidence {shareWords(claim.confidence)}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" mt={6}>
        {explanation.definition}
      </Text>
    </section>
  );
}

function PartyName({ party }: { party: ReturnType<typeof partyOf> }) {
  const name = partyWords(party);
  if (!party?.actor) return <Text fs="italic">{name}</Text>;
  return (
    <Text fw={650} title={`“${party.words}”, ${party.role}`}>
      <Foreign>{name}</Foreign>
    </Text>
  );
}

function Term({ kind, name }: { kind: "phases" | "stances"; name: string }) {
  const term = useCodebook().data?.[kind].find((one) => one.name === name);
  return (
    <Badge variant={name === "asserted" ? "default" : "outline"} title={term?.definition}>
      {term?.label ?? name}
    </Badge>
  );
}

function Facts({ explanation }: { explanation: Explanation }) {
  const { saying, report } = explanation;
  const claim = explanation.corrected ?? explanation.claim;
  const rows: [string, React.ReactNode][] = [
    ["Said by", saying ? <Voice key="voice" saying={saying} /> : "the report itself"],
    ["When", timeWords(claim.when) || "no time told"],
    ...(claim.where
      ? [["Where", <Foreign key="where">{claim.where.name}</Foreign>] as [string, React.ReactNode]]
      : []),
    [
      "Report",
      <FilterLink
        key="report"
        to={`/articles/${encodeURIComponent(report.article_id)}#${claim.id}`}
        inherit
      >
        <Foreign>{reportWords(report)}</Foreign>
      </FilterLink>,
    ],
  ];
  return (
    <dl className={classes.facts}>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <Original url={report.url} />
    </dl>
  );
}

function Original({ url }: { url: string | null }) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  return (
    <div>
      <dt>Published at</dt>
      <dd>
        <Anchor href={url} target="_blank" rel="noopener noreferrer" inherit>
          <Foreign>{url}</Foreign> <IconExternalLink size={12} aria-hidden="true" />
        </Anchor>
      </dd>
    </div>
  );
}

function Voice({ saying }: { saying: NonNullable<Explanation["saying"]> }) {
  return (
    <>
      <Foreign>{saying.speaker ?? "somebody without a name"}</Foreign>
      {saying.cue && (
        <>
          {" "}
          (“<Foreign>{saying.cue}</Foreign>”{saying.direct && ", word for word"})
        </>
      )}
      {saying.via.length > 0 && (
        <>
          , passed on by <Foreign>{saying.via.join(", ")}</Foreign>
        </>
      )}
    </>
  );
}

/** What others decided on it before; a second reviewer is not told. */
function Decided({ explanation: { decisions } }: { explanation: Explanation }) {
  if (decisions.length === 0) return null;
  return (
    <Stack gap={2}>
      {decisions.map((one) => (
        <Text size="xs" key={one.id}>
          {one.choice.verdict} by <Foreign>{one.by}</Foreign> on {one.made_at.slice(0, 10)}
        </Text>
      ))}
    </Stack>
  );
}
