import { NativeSelect } from "@mantine/core";
import { type EventRow, type Shapes, useEvents } from "@/api";
import { Downloads, useEvidence } from "@/evidence";
import { type Filtering, NO_FILTER, useFilter, useSayHidden } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { useSigns } from "@/signs";
import {
  BigTable,
  DensityTool,
  type FacetGroup,
  TableFrame,
  TableTools,
  useLook,
  useNarrow,
} from "@/tables";
import { count, numberWords } from "@/words";
import { COLUMNS } from "./columns";
import { EventSlip } from "./EventSlip";
import { FIRST, ORDERS, type Order, useOrder } from "./order";
import { claimsOf, titleOf } from "./words";

// More than a screen holds; the others come as one scrolls.
const PAGE_OF = 100;

/** What was done: each event once, however many reports tell of it. */
export default function Events() {
  const filtering = useFilter();
  const look = useLook("events");
  const narrow = useNarrow();
  const signs = useSigns();
  const { open, shown } = useEvidence();
  const [order, setOrder] = useOrder();
  const events = useEvents(filtering.filter, { sort: order, limit: PAGE_OF });
  const { data } = events;
  useHidden(filtering, data?.total);
  return (
    <Page title="Events">
      <TableFrame
        told={data && `${count(data.total, "event")}, ${ORDERS[order]}`}
        facets={data ? eventFacets(data.first.facets, filtering) : []}
        tools={
          <>
            {narrow ? (
              <NativeSelect
                size="xs"
                aria-label="Order"
                value={order}
                data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
                onChange={(event) => setOrder(event.currentTarget.value as Order)}
              />
            ) : (
              <>
                <DensityTool look={look} />
                <TableTools columns={COLUMNS} look={look} />
              </>
            )}
            <Downloads table="events" extra={{ sort: order === FIRST ? "" : order }} />
          </>
        }
      >
        <Answered asked={events}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Nothing of="events" />
            ) : (
              <BigTable
                caption="Events"
                columns={COLUMNS}
                rows={rows}
                rowKey={keyOf}
                total={total}
                look={look}
                order={order}
                onOrder={setOrder}
                onOpen={(row) =>
                  open(claimsOf(row), titleOf(row, signs.of(row.event.predicate, "event").label))
                }
                isOpen={(row) => shown?.claimIds[0] === row.event.claim_ids[0]}
                card={(row) => <EventSlip row={row} />}
                cardHeight={98}
                narrow={narrow}
                hasMore={events.hasMore}
                more={events.more}
              />
            )
          }
        </Answered>
      </TableFrame>
    </Page>
  );
}

/** Says how many events that are known by the same day the filter leaves out. */
function useHidden({ filter }: Filtering, total: number | undefined) {
  const all = useEvents({ ...NO_FILTER, known_by: filter.known_by }, { limit: 1 }).data?.total;
  const hidden = all === undefined || total === undefined ? 0 : all - total;
  useSayHidden(hidden > 0 ? [`${numberWords(hidden)} of ${count(all ?? 0, "event")}`] : []);
}

function eventFacets(facets: Shapes["EventFacets"], { filter, set }: Filtering): FacetGroup[] {
  return [
    {
      id: "predicate",
      label: "What was done",
      values: facets.predicate,
      chosen: filter.kind,
      choose: (kind) => set({ kind }),
    },
    {
      id: "actor",
      label: "Actor",
      values: facets.actor,
      chosen: filter.actor ? [filter.actor] : [],
      single: true,
      choose: ([actor]) => set({ actor }),
    },
    {
      id: "place",
      label: "Place",
      values: facets.place,
      chosen: filter.place ? [filter.place] : [],
      single: true,
      choose: ([place]) => set({ place }),
    },
  ];
}

function keyOf({ event }: EventRow): string {
  return event.id;
}
