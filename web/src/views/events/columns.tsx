import { Text } from "@mantine/core";
import type { EventRow } from "@/api";
import { useSigns } from "@/signs";
import { type GridColumn, RowLink } from "@/tables";
import { Foreign, shareWords, toldBy } from "@/words";
import type { Order } from "./order";
import { tollWords, whenOfEvent } from "./words";

/** All columns of the events table. */
export const COLUMNS: readonly GridColumn<EventRow, Order>[] = [
  {
    id: "when",
    label: "When",
    width: 130,
    fixed: true,
    orders: ["-when", "when"],
    show: whenOfEvent,
  },
  {
    id: "source",
    label: "Who",
    width: 160,
    fixed: true,
    show: (row) => <Name actor={row.source} />,
  },
  {
    id: "predicate",
    label: "Did what",
    width: 130,
    fixed: true,
    orders: ["predicate"],
    show: (row) => <Deed row={row} />,
  },
  {
    id: "target",
    label: "Whom",
    width: 160,
    fixed: true,
    show: (row) => <Name actor={row.target} />,
  },
  {
    id: "told",
    label: "Told by",
    width: 120,
    orders: ["-witnesses", "witnesses"],
    show: (row) => <Told row={row} />,
  },
  {
    id: "place",
    label: "Where",
    width: 130,
    grows: true,
    show: ({ event }) =>
      event.place ? <Foreign>{event.place}</Foreign> : <Unknown>no place given</Unknown>,
  },
  {
    id: "toll",
    label: "Persons harmed",
    width: 150,
    grows: true,
    show: ({ event }) => tollWords(event.tolls) || <Unknown>no number given</Unknown>,
  },
  {
    id: "disputed",
    label: "Disputed",
    width: 90,
    show: ({ event }) => event.disputed_by.length > 0 && <b>disputed</b>,
  },
  {
    id: "confidence",
    label: "Confidence",
    width: 96,
    numeric: true,
    orders: ["-confidence", "confidence"],
    show: (row) => shareWords(row.confidence),
  },
];

/** What was done, with its mode: "assault, bombing". */
export function Deed({ row: { event } }: { row: EventRow }) {
  const { label } = useSigns().of(event.predicate, "event");
  return event.mode ? `${label}, ${event.mode}` : label;
}

/** A link to all reports of it. */
function Told({ row: { event } }: { row: EventRow }) {
  return (
    <RowLink to={`/events/${encodeURIComponent(event.id)}`}>
      {toldBy(event.reports, event.witnesses)}
    </RowLink>
  );
}

function Name({ actor }: { actor: EventRow["source"] }) {
  if (!actor) return <Unknown>nobody named</Unknown>;
  return (
    <RowLink to={`/actors/${encodeURIComponent(actor.id)}`}>
      <Foreign>{actor.name}</Foreign>
    </RowLink>
  );
}

function Unknown({ children }: { children: string }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  );
}
