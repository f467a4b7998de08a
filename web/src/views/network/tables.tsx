/** The tables that say what the picture says: its relations and its actors. */
import type { Relation } from "@/api";
import type { Column } from "@/evidence";
import { FilterLink } from "@/filter";
import { PredicateLabel } from "@/signs";
import { Foreign, notes, shareWords, timeWords } from "@/words";
import { type Network, otherEnd } from "./scene";
import { kindWords, type NameOf } from "./words";

/** An actor of the network with all that is told of it on this day. */
export interface ActorRow {
  id: string;
  name: string;
  kind: Network["actors"][number]["kind"];
  relations: Relation[];
  events: number;
}

export function relationColumns(nameOf: NameOf): Column<Relation>[] {
  return [
    {
      key: "source",
      label: "Source",
      value: ({ source }) => nameOf(source),
      show: ({ source }) => <ActorLink id={source} name={nameOf(source)} />,
    },
    {
      key: "predicate",
      label: "Relation",
      value: ({ predicate }) => predicate,
      show: ({ predicate }) => <PredicateLabel predicate={predicate} />,
    },
    {
      key: "target",
      label: "Target",
      value: (relation) => nameOf(otherEnd(relation)),
      show: ({ target, place }) =>
        target === null ? (
          <Foreign>{nameOf(place)}</Foreign>
        ) : (
          <ActorLink id={target} name={nameOf(target)} />
        ),
    },
    {
      key: "since",
      label: "Since",
      value: ({ since }) => since.start ?? since.end,
      show: ({ since }) => timeWords(since, { point: true }),
    },
    {
      key: "until",
      label: "Until",
      value: ({ until }) => until?.end ?? null,
      show: ({ until }) => timeWords(until, { point: true }),
    },
    { key: "notes", label: "Notes", value: (relation) => notes(relation).join(", ") || null },
    { key: "witnesses", label: "Witnesses", numeric: true, value: ({ witnesses }) => witnesses },
    { key: "reports", label: "Reports", numeric: true, value: ({ reports }) => reports },
    {
      key: "confidence",
      label: "Confidence",
      numeric: true,
      value: ({ confidence }) => confidence,
      show: ({ confidence }) => shareWords(confidence),
    },
  ];
}

export const ACTOR_COLUMNS: Column<ActorRow>[] = [
  {
    key: "name",
    label: "Actor",
    value: ({ name }) => name,
    show: ({ id, name }) => <ActorLink id={id} name={name} />,
  },
  { key: "kind", label: "Kind", value: ({ kind }) => kindWords(kind) },
  { key: "relations", label: "Relations", numeric: true, value: (row) => row.relations.length },
  {
    key: "with",
    label: "With",
    numeric: true,
    value: ({ id, relations }) =>
      new Set(relations.map((one) => (one.source === id ? otherEnd(one) : one.source))).size,
  },
  {
    key: "disputed",
    label: "Disputed",
    numeric: true,
    value: ({ relations }) => relations.filter((one) => one.disputed_by.length > 0).length,
  },
  { key: "events", label: "Recent events", numeric: true, value: ({ events }) => events },
];

export function actorRows(network: Network): ActorRow[] {
  return network.actors.map(({ id, name, kind }) => ({
    id,
    name,
    kind,
    relations: network.relations.filter(({ source, target }) => source === id || target === id),
    events: network.events.filter(({ source, target }) => source === id || target === id).length,
  }));
}

/** All claims on which some relations rest, those against them, too; each once. */
export function claimsOf(relations: readonly Relation[]): string[] {
  return [...new Set(relations.flatMap((one) => [...one.claim_ids, ...one.disputed_by]))];
}

function ActorLink({ id, name }: { id: string; name: string }) {
  return (
    <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit>
      <Foreign>{name}</Foreign>
    </FilterLink>
  );
}
