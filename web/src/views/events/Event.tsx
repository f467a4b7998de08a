import { Badge, Group, Stack, Text, Title } from "@mantine/core";
import { useParams } from "react-router";
import { type EventRow, type Explanation, type Shapes, useEvent } from "@/api";
import { ClaimCard } from "@/evidence";
import { FilterLink, useFilter } from "@/filter";
import { Answered, Page } from "@/frame";
import { PredicateLabel, useSigns } from "@/signs";
import { count, Foreign, reportWords, toldBy } from "@/words";
import { Agreement } from "./Agreement";
import classes from "./Event.module.css";
import { titleOf, tollWords, whenOfEvent } from "./words";

type Told = Shapes["EventTold"];

/** One event with all that tell it, each independent witness apart. */
export default function Event() {
  const { id } = useParams();
  const { filter } = useFilter();
  const event = useEvent(id, filter.known_by);
  return <Answered asked={event}>{(told) => <Shown told={told} />}</Answered>;
}

function Shown({ told: { row, groups } }: { told: Told }) {
  const { label } = useSigns().of(row.event.predicate, "event");
  return (
    <Page
      title={titleOf(row, label)}
      aside={
        <FilterLink to="/events" fz="sm">
          All events
        </FilterLink>
      }
    >
      <div className={classes.page}>
        <Facts row={row} />
        {groups.length > 1 && <Agreement groups={groups} />}
        <section aria-label="Reports">
          <Title order={2} size="h5">
            {toldBy(row.event.reports, row.event.witnesses)}
          </Title>
          <Stack gap="lg" mt="xs">
            {groups.map((group) => (
              <Witness key={group.witness} group={group} row={row} />
            ))}
          </Stack>
        </section>
      </div>
    </Page>
  );
}

/** What all of them together say. */
function Facts({ row }: { row: EventRow }) {
  const { event, source, target } = row;
  const party = (actor: EventRow["source"]) =>
    actor ? (
      <FilterLink to={`/actors/${encodeURIComponent(actor.id)}`} inherit>
        <Foreign>{actor.name}</Foreign>
      </FilterLink>
    ) : (
      "nobody named"
    );
  return (
    <dl className={classes.facts}>
      <dt>Who</dt>
      <dd>{party(source)}</dd>
      <dt>Did what</dt>
      <dd>
        <PredicateLabel predicate={event.predicate} kind="event" bare />
        {event.mode && `, ${event.mode}`}
      </dd>
      <dt>Whom</dt>
      <dd>{party(target)}</dd>
      <dt>When</dt>
      <dd>{whenOfEvent(row)}</dd>
      <dt>Where</dt>
      <dd>{event.place ? <Foreign>{event.place}</Foreign> : "no place given"}</dd>
      <dt>Persons harmed</dt>
      <dd>{tollWords(event.tolls) || "no number given"}</dd>
      {event.disputed_by.length > 0 && (
        <>
          <dt>Disputed</dt>
          <dd>
            <b>{count(event.disputed_by.length, "claim")} deny it</b>
          </dd>
        </>
      )}
    </dl>
  );
}

function Witness({ group, row }: { group: Shapes["WitnessGroup"]; row: EventRow }) {
  const { witness, explanations } = group;
  const reports = new Map(explanations.map((one) => [one.report.article_id, one.report]));
  const denying = explanations.every((one) => isDenied(one, row));
  return (
    <section aria-label={`Witness ${witness}`}>
      <Group gap="xs" mb={6}>
        <Text fw={600} size="sm">
          <Foreign>{nameOf(group)}</Foreign>
        </Text>
        <Text size="xs" c="dimmed">
          {count(reports.size, "report")}, counted as one witness
        </Text>
        {denying && <Badge variant="outline">denies it</Badge>}
      </Group>
      <div className={classes.claims}>
        {explanations.map((one) => (
          <ClaimCard key={one.claim.id} explanation={one} />
        ))}
      </div>
    </section>
  );
}

function isDenied({ claim }: Explanation, { event }: EventRow): boolean {
  return event.disputed_by.includes(claim.id);
}

/** The publisher; where nobody knows it, the report. */
export function nameOf({ witness, explanations }: Shapes["WitnessGroup"]): string {
  const report = explanations[0]?.report;
  return report && witness === report.article_id ? reportWords(report) : witness;
}
