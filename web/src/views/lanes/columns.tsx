import type { Interval, Relation } from "@/api";
import type { Column } from "@/evidence";
import { FilterLink } from "@/filter";
import { PredicateLabel } from "@/signs";
import { Foreign, intoWords, notes, sinceWords, untilWords } from "@/words";
import type { History } from "./model/plan";

/** The columns of the table that says the same as the picture. */
export function columnsOf(history: History): Column<Interval>[] {
  const names = new Map(history.actors.map(({ id, name }) => [id, name]));
  const actor = (id: string | null) => (id ? (names.get(id) ?? id) : "");
  const link = (id: string | null, name?: string) =>
    id && (
      <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit>
        <Foreign>{name ?? actor(id)}</Foreign>
      </FilterLink>
    );
  const other = ({ names, target }: Relation) => names?.[1] ?? actor(target);
  return [
    {
      key: "since",
      label: "Since",
      value: ({ relation }) => relation.since.start ?? relation.since.end,
      show: (interval) => sinceWords(interval),
    },
    {
      key: "until",
      label: "Until",
      value: ({ relation, last }) => relation.until?.end ?? (relation.faded ? last : null),
      show: (interval) => untilWords(interval),
    },
    {
      key: "source",
      label: "Who",
      value: ({ relation }) => relation.names?.[0] ?? actor(relation.source),
      show: ({ relation }) => link(relation.source, relation.names?.[0]),
    },
    {
      key: "predicate",
      label: "How",
      value: ({ relation }) => relation.predicate,
      show: ({ relation }) => <PredicateLabel predicate={relation.predicate} />,
    },
    {
      key: "target",
      label: "Whom",
      value: ({ relation }) => other(relation) + intoWords(relation.results.map(actor)),
      show: ({ relation }) => (
        <>
          {link(relation.target, relation.names?.[1])}
          <Foreign>{intoWords(relation.results.map(actor))}</Foreign>
        </>
      ),
    },
    { key: "reports", label: "Reports", numeric: true, value: ({ relation }) => relation.reports },
    {
      key: "witnesses",
      label: "Independent",
      numeric: true,
      value: ({ relation }) => relation.witnesses,
    },
    { key: "notes", label: "Notes", value: ({ relation }) => notes(relation).join(", ") },
  ];
}
