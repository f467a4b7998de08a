import { Alert, Button, Group, Text } from "@mantine/core";
import { lazy, Suspense, useMemo } from "react";
import { useSearchParams } from "react-router";
import { useAbout, useDays, usePlaces } from "@/api";
import { around, DayRange, grainFor, type Span, spanOf } from "@/days";
import { DataTable, TableTwin } from "@/evidence";
import { type Filter, useFilter, useSayHidden } from "@/filter";
import { DayInput } from "@/filter/DayInput";
import { Answered, Nothing, Page, Waiting } from "@/frame";
import { useSigns } from "@/signs";
import { count, dayWords } from "@/words";
import { columnsOf } from "./columns";
import classes from "./Map.module.css";
import { PlacePanel } from "./PlacePanel";
import { type Sight, sightsOf } from "./sights";

// The library is larger than all the rest of the app.
const MapPicture = lazy(() => import("./MapPicture"));
const AT = "at";

/** Events and control by place; the days under it choose which events. */
export default function MapView() {
  const { filter, set } = useFilter();
  const about = useAbout().data;
  const day = filter.on ?? filter.to ?? about?.last_day ?? undefined;
  return (
    <Page
      title="Map"
      aside={
        <DayInput
          label="Held on"
          title="The day of which the map tells who holds a place"
          value={day}
          onChange={(on) => set({ on })}
        />
      }
    >
      {day && <OfDay day={day} filter={filter} />}
      {about && !about.last_day && <Nothing of="places" />}
    </Page>
  );
}

function OfDay({ day, filter }: { day: string; filter: Filter }) {
  const done = usePlaces({ ...filter, on: undefined }, "events");
  const held = usePlaces({ ...filter, on: day, from: undefined, to: undefined }, "holders");
  const sights = useMemo(
    () => done.data && held.data && sightsOf(done.data, held.data),
    [done.data, held.data],
  );
  const both = { data: sights, error: done.error ?? held.error, refetch: done.refetch };
  useSayHidden(done.data ? hiddenWords(done.data.unplaced, sights ?? []) : []);
  return (
    <>
      <Answered asked={both}>
        {(found) => <Places sights={found} filter={{ ...filter, on: undefined }} day={day} />}
      </Answered>
      <Days filter={filter} />
    </>
  );
}

interface PlacesProps {
  sights: readonly Sight[];
  filter: Filter;
  day: string;
}

function Places({ sights, filter, day }: PlacesProps) {
  const signs = useSigns();
  const columns = useMemo(() => columnsOf(signs), [signs]);
  const [at, choose] = useChosen();
  const chosen = sights.find(({ id }) => id === at);
  const table = { columns, rows: sights, rowKey: idOf, evidence: evidenceOf };
  const title = `Places: events, and who is said to hold them on ${dayWords(day)}`;
  const picture = hasWebGL() ? (
    <Suspense fallback={<Waiting />}>
      <MapPicture sights={sights} chosen={at} choose={choose} />
    </Suspense>
  ) : (
    <NoPicture>
      <DataTable caption={title} {...table} />
    </NoPicture>
  );
  return (
    <TableTwin
      title={title}
      table="places"
      {...table}
      picture={
        <div className={classes.both}>
          <div className={classes.stage}>{picture}</div>
          {chosen && (
            <PlacePanel sight={chosen} filter={filter} day={day} onClose={() => choose(null)} />
          )}
        </div>
      }
    />
  );
}

function NoPicture({ children }: { children: React.ReactNode }) {
  return (
    <>
      <Alert color="gray" mb="xs" title="This browser cannot draw the map">
        It has no WebGL; allow it, or use another browser. The table says the same.
      </Alert>
      {children}
    </>
  );
}

/** How many events there were when; dragging over it chooses days. */
function Days({ filter }: { filter: Filter }) {
  const { set } = useFilter();
  const open = { ...filter, on: undefined, from: undefined, to: undefined };
  const years = useDays(open, "year");
  const all = spanOf(years.data ?? []);
  const fine = useDays(open, all ? grainFor(all) : "year");
  if (!all) return null;
  const span = { first: filter.from ?? all.first, last: filter.to ?? all.last };
  const whole = !filter.from && !filter.to;
  const change = ({ first, last }: Span) => set({ from: first, to: last });
  return (
    <section className={classes.days} aria-label="Events by day" data-print="no">
      <Group gap="xs">
        <Text size="xs" c="dimmed">
          {whole
            ? "Events of all days; drag over them to choose some. Hatched: may have been earlier."
            : `Events from ${dayWords(span.first)} to ${dayWords(span.last)}`}
        </Text>
        {!whole && (
          <Button
            size="compact-xs"
            variant="default"
            onClick={() => set({ from: undefined, to: undefined })}
          >
            All days
          </Button>
        )}
      </Group>
      <DayRange
        label="Days of events"
        all={around(all, span)}
        value={span}
        bars={fine.data ?? []}
        onChange={change}
      />
    </section>
  );
}

/** The place whose panel is open: in the URL, so that it can be linked. */
function useChosen(): [string | null, (id: string | null) => void] {
  const [params, setParams] = useSearchParams();
  const choose = (id: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (id) next.set(AT, id);
        else next.delete(AT);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [params.get(AT), choose];
}

function hiddenWords(unplaced: number, sights: readonly Sight[]): string[] {
  const lost = sights.filter(({ point }) => !point).length;
  return [
    ...(unplaced ? [`${count(unplaced, "event")} of which no report says where`] : []),
    ...(lost ? [`${count(lost, "place")} without a point on the map (in the table)`] : []),
  ];
}

let webgl: boolean | undefined;

/** Can this browser draw with WebGL? Asked once: every try takes one of the few contexts there are. */
function hasWebGL(): boolean {
  webgl ??= document.createElement("canvas").getContext("webgl2") !== null;
  return webgl;
}

function idOf({ id }: Sight): string {
  return id;
}

function evidenceOf({ claimIds, name }: Sight) {
  return { claimIds, title: name };
}
