import { Text } from "@mantine/core";
import type { EventRow } from "@/api";
import { RowLink } from "@/tables";
import { Foreign, toldBy } from "@/words";
import { Deed } from "./columns";
import { tollWords, whenOfEvent } from "./words";

/** An event on a narrow page. */
export function EventSlip({ row }: { row: EventRow }) {
  const { event, source, target } = row;
  return (
    <>
      <Text size="sm" lineClamp={2}>
        <b>
          <Foreign>{source?.name ?? "nobody named"}</Foreign>
        </b>
        : <Deed row={row} />
        {target && (
          <>
            {" "}
            <b>
              <Foreign>{target.name}</Foreign>
            </b>
          </>
        )}
      </Text>
      <Text size="sm" truncate>
        {whenOfEvent(row)}
        {event.place && (
          <>
            , <Foreign>{event.place}</Foreign>
          </>
        )}
      </Text>
      <Text size="xs" c="dimmed" lineClamp={2}>
        {[tollWords(event.tolls), event.disputed_by.length > 0 && "disputed"]
          .filter(Boolean)
          .map((words) => `${words} · `)}
        <RowLink to={`/events/${encodeURIComponent(event.id)}`}>
          {toldBy(event.reports, event.witnesses)}
        </RowLink>
      </Text>
    </>
  );
}
