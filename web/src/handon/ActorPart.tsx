import { Stack } from "@mantine/core";
import { useParams } from "react-router";
import { Page as Frame, Nothing } from "@/frame";
import type { Page } from "./data";
import { Events, Relations } from "./TablesPart";

/** All that the page tells of one actor. */
export function ActorPart({ page }: { page: Page }) {
  const { id } = useParams();
  const { history } = page;
  const intervals = history.intervals.filter(
    ({ relation }) => relation.source === id || relation.target === id,
  );
  const events = page.events.filter(({ source, target }) => source?.id === id || target?.id === id);
  const actor =
    history.actors.find((one) => one.id === id) ??
    events.flatMap(({ source, target }) => [source, target]).find((one) => one?.id === id);
  return (
    <Frame title={actor?.name ?? "Nobody of this page"}>
      {intervals.length + events.length === 0 && <Nothing of="relations or events of this actor" />}
      <Stack gap="xl">
        {intervals.length > 0 && <Relations page={page} intervals={intervals} />}
        {events.length > 0 && <Events events={events} />}
      </Stack>
    </Frame>
  );
}
