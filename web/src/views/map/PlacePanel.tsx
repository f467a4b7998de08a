import { Button, CloseButton, Group, Text, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { type EventRow, useEvents } from "@/api";
import { EvidenceButton } from "@/evidence";
import { type Filter, FilterLink } from "@/filter";
import { Answered } from "@/frame";
import { useSigns } from "@/signs";
import { count, dayWords, Foreign, notes, timeWords, toldBy } from "@/words";
import { claimsOf, titleOf, tollWords, whenOfEvent } from "../events/words";
import classes from "./Map.module.css";
import { type Holder, isDisputed, type Sight } from "./sights";

interface Props {
  sight: Sight;
  /** Whose events the map shows. */
  filter: Filter;
  /** The day of which holders are told. */
  day: string;
  onClose: () => void;
}

/** What is told of one place: who holds it on the day, and its events, each with its evidence. */
export function PlacePanel({ sight, filter, day, onClose }: Props) {
  const events = useEvents({ ...filter, place: sight.id }, { limit: 50 });
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes to the panel whenever it shows another place.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [sight.id]);
  return (
    <aside className={classes.panel} aria-label="Place">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h5" tabIndex={-1} ref={heading} className={classes.title}>
            <Foreign>{sight.name}</Foreign>
          </Title>
          <Text size="xs" c="dimmed">
            {precisionWords(sight)}
          </Text>
        </div>
        <CloseButton aria-label="Close the place" onClick={onClose} />
      </Group>
      {sight.holders.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            Said to be held on {dayWords(day)}
            {isDisputed(sight) && ": reports differ"}
          </Text>
          <ul className={classes.entries}>
            {sight.holders.map((holder) => (
              <Held key={holder.relation.id} holder={holder} place={sight.name} />
            ))}
          </ul>
        </>
      )}
      <Text size="sm" fw={600} mt="sm">
        {count(sight.total, "event")}
      </Text>
      {sight.total > 0 && (
        <Answered asked={events}>
          {({ rows }) => (
            <ul className={classes.entries}>
              {rows.map((row) => (
                <Happened key={row.event.id} row={row} />
              ))}
            </ul>
          )}
        </Answered>
      )}
      {events.hasMore && (
        <Button size="xs" variant="default" onClick={events.more}>
          More events
        </Button>
      )}
      <Text size="sm" mt="xs">
        <FilterLink to="/events" patch={{ place: sight.id }} inherit>
          All its events as a table
        </FilterLink>
      </Text>
    </aside>
  );
}

function Held({ holder: { id, name, relation }, place }: { holder: Holder; place: string }) {
  const until = relation.until && ` until ${timeWords(relation.until, { point: true })}`;
  const told = [toldBy(relation.reports, relation.witnesses), ...notes(relation)].join(" · ");
  return (
    <li>
      <Text size="sm">
        <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit>
          <Foreign>{name}</Foreign>
        </FilterLink>
        {`, ${timeWords(relation.since, { point: true })}`}
        {until}
      </Text>
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {told}
        </Text>
        <EvidenceButton
          claimIds={[...relation.claim_ids, ...relation.disputed_by]}
          title={`${name} holds ${place}`}
        />
      </Group>
    </li>
  );
}

function Happened({ row }: { row: EventRow }) {
  const { label } = useSigns().of(row.event.predicate, "event");
  const told = [tollWords(row.event.tolls), toldBy(row.event.reports, row.event.witnesses)];
  return (
    <li>
      <Text size="sm">
        <FilterLink to={`/events/${encodeURIComponent(row.event.id)}`} inherit>
          <Foreign>{row.source?.name ?? "nobody named"}</Foreign>: {label}
          {row.target && (
            <>
              {" "}
              <Foreign>{row.target.name}</Foreign>
            </>
          )}
        </FilterLink>
        , {whenOfEvent(row)}
        {row.event.disputed_by.length > 0 && <b>, disputed</b>}
      </Text>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="xs" c="dimmed">
          {told.filter(Boolean).join(" · ")}
        </Text>
        <EvidenceButton claimIds={claimsOf(row)} title={titleOf(row, label)} />
      </Group>
    </li>
  );
}

/** What it is, and how exactly its point is known. */
export function precisionWords({ kind, point, radiusKm }: Sight): string {
  const what = kind === "unknown" ? "a place that the gazetteer does not know" : kind;
  if (!point) return `${what}; nobody knows where, so it is not on the map`;
  return radiusKm ? `${what}, within some ${Math.round(radiusKm)} km of the mark` : what;
}
