import { Stack } from "@mantine/core";
import { useMemo } from "react";
import type { EventRow, Explanation } from "@/api";
import { type Column, DataTable } from "@/evidence";
import { FilterLink } from "@/filter";
import { Page as Frame } from "@/frame";
import { columnsOf } from "@/views/lanes/columns";
import { dayWords, Foreign, reportWords, safe, shareWords, timeWords, toldBy } from "@/words";
import { explanationsOf, type Page } from "./data";

/** Everything on the page in tables: relations, events, claims. */
export function TablesPart({ page }: { page: Page }) {
  const claims = useMemo(() => [...explanationsOf(page).values()], [page]);
  return (
    <Frame title="Tables">
      <Stack gap="xl">
        <Relations page={page} intervals={page.history.intervals} />
        <Events events={page.events} />
        <DataTable
          caption="Claims"
          columns={CLAIM}
          rows={claims}
          rowKey={({ claim }) => claim.id}
          evidence={({ claim }) => ({ claimIds: [claim.id], title: claim.predicate })}
        />
      </Stack>
    </Frame>
  );
}

interface RelationsProps {
  page: Page;
  intervals: Page["history"]["intervals"];
}

/** Stretches of relations, with their evidence. */
export function Relations({ page, intervals }: RelationsProps) {
  const columns = useMemo(() => columnsOf(page.history), [page]);
  return (
    <DataTable
      caption="Relations over time"
      columns={columns}
      rows={intervals}
      rowKey={({ id }) => id}
      evidence={({ relation }) => ({
        claimIds: [...relation.claim_ids, ...relation.disputed_by],
        title: relation.predicate,
      })}
    />
  );
}

/** What was done, with its evidence. */
export function Events({ events }: { events: readonly EventRow[] }) {
  return (
    <DataTable
      caption="Events"
      columns={EVENT}
      rows={events}
      rowKey={({ event }) => event.id}
      evidence={({ event }) => ({
        claimIds: [...event.claim_ids, ...event.disputed_by],
        title: event.predicate,
      })}
    />
  );
}

type Actor = EventRow["source"];

const EVENT: readonly Column<EventRow>[] = [
  {
    key: "when",
    label: "When",
    value: ({ event }) => event.day,
    show: ({ event }) => timeWords(event.when) || `by ${dayWords(event.day)}`,
  },
  { key: "what", label: "What", value: ({ event }) => whatOf(event) },
  side("source", "Who"),
  side("target", "To whom"),
  { key: "place", label: "Where", value: ({ event }) => event.place },
  {
    key: "told",
    label: "Told by",
    value: ({ event }) => event.witnesses,
    show: ({ event }) => toldBy(event.reports, event.witnesses),
  },
];

function side(key: "source" | "target", label: string): Column<EventRow> {
  const name = (actor: Actor) => actor?.name ?? null;
  return {
    key,
    label,
    value: (row) => name(row[key]),
    show: (row) => <ActorLink actor={row[key]} />,
  };
}

function ActorLink({ actor }: { actor: Actor }) {
  if (!actor) return "nobody named";
  return (
    <FilterLink to={`/actors/${encodeURIComponent(actor.id)}`} inherit>
      <Foreign>{actor.name}</Foreign>
    </FilterLink>
  );
}

function whatOf({ predicate, mode, disputed_by }: EventRow["event"]): string {
  const what = mode ? `${predicate}, ${mode}` : predicate;
  return disputed_by.length > 0 ? `${what} (disputed)` : what;
}

const CLAIM: readonly Column<Explanation>[] = [
  { key: "source", label: "Source", value: (one) => partyOf(one, "source") },
  {
    key: "what",
    label: "Claim",
    value: ({ claim }) => [claim.predicate, claim.phase].filter(Boolean).join(" "),
  },
  {
    key: "target",
    label: "Target",
    value: (one) => partyOf(one, "target") ?? partyOf(one, "place"),
  },
  { key: "stance", label: "Stance", value: ({ claim }) => claim.stance },
  {
    key: "speaker",
    label: "Said by",
    value: ({ saying }) => (saying ? (saying.speaker ?? "somebody") : "the report"),
  },
  {
    key: "confidence",
    label: "Confidence",
    numeric: true,
    value: ({ claim }) => claim.confidence,
    show: ({ claim }) => shareWords(claim.confidence),
  },
  { key: "report", label: "Report", value: ({ report }) => reportWords(report) },
];

function partyOf({ parties }: Explanation, role: string): string | null {
  const party = parties.find((one) => one.role === role);
  return party ? safe(party.actor?.name ?? `“${party.words}”`) : null;
}
