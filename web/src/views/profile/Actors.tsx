import { Table, Text } from "@mantine/core";
import { type Shapes, useActors } from "@/api";
import { FilterLink, useFilter } from "@/filter";
import { Page } from "@/frame";
import { Found } from "@/views/listing/Found";
import { Sought, useSought } from "@/views/listing/Sought";
import { count, Foreign, numberWords } from "@/words";

/** Everybody that reports name, those that most name first. */
export default function Actors() {
  const { filter } = useFilter();
  const { q, setQ } = useSought();
  const listed = useActors(filter, q ? { q } : {});
  const total = listed.data && count(listed.data.total, "actor");
  return (
    <Page title="Actors" aside={<Text size="sm">{total}</Text>}>
      <Sought q={q} onChange={setQ} label="A name, or any other name" />
      <Found listed={listed} of="actors" caption="Actors, the most reported first" head={HEAD}>
        {(row) => <Row key={row.actor.id} row={row} />}
      </Found>
    </Page>
  );
}

const HEAD = [
  { label: "Actor" },
  { label: "Kind", wide: true },
  { label: "Relations" },
  { label: "Events", wide: true },
  { label: "Reports" },
];

function Row({ row: { actor, reports, relations, events } }: { row: Shapes["ActorRow"] }) {
  return (
    <Table.Tr>
      <Table.Td>
        <FilterLink to={`/actors/${encodeURIComponent(actor.id)}`} inherit>
          <Foreign>{actor.name}</Foreign>
        </FilterLink>
      </Table.Td>
      <Table.Td visibleFrom="sm">{actor.kind}</Table.Td>
      <Table.Td>{numberWords(relations)}</Table.Td>
      <Table.Td visibleFrom="sm">{numberWords(events)}</Table.Td>
      <Table.Td ta="end">{numberWords(reports)}</Table.Td>
    </Table.Tr>
  );
}
