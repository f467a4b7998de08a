import { Alert, Button, Group } from "@mantine/core";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import type { LngLatBoundsLike, Map as MapLibre } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { useEffect, useMemo } from "react";
import { useCodebook } from "@/api";
import { useSigns } from "@/signs";
import { At } from "./At";
import { indexOf, type Mark, marksIn, type Spot } from "./clusters";
import { EventsMark, radiusOf } from "./EventsMark";
import { groupCounts } from "./groups";
import { HolderMark, labelOf } from "./HolderMark";
import { fitting, type Wanted } from "./labels";
import { holderColours } from "./look";
import classes from "./Map.module.css";
import { MapLegend } from "./MapLegend";
import type { Sight } from "./sights";
import { useMapLibre } from "./useMapLibre";
import { useView } from "./useView";
import { vagueness } from "./world";

interface Props {
  sights: readonly Sight[];
  chosen: string | null;
  choose: (id: string) => void;
}

// Where a holder's square stands beside the ring of events.
const ASIDE: [number, number] = [22, -14];

/** The map: rings for events, squares for who holds a place, circles for how vague it is. */
export default function MapPicture({ sights, chosen, choose }: Props) {
  const { scheme } = useSigns();
  const codebook = useCodebook().data;
  const spots = useMemo(
    () =>
      sights.flatMap((one) => (one.total ? spotOf(one, groupCounts(one.events, codebook)) : [])),
    [sights, codebook],
  );
  const events = useMemo(() => indexOf(spots), [spots]);
  const held = useMemo(
    () =>
      indexOf(
        sights.flatMap((one) => (one.holders.length ? spotOf(one, {}) : [])),
        26,
      ),
    [sights],
  );
  const circles = useMemo(() => vagueness(sights), [sights]);
  const home = useMemo(() => boundsOf(sights), [sights]);
  const { frame, map, failed, show } = useMapLibre(scheme, home, circles);
  const view = useView(map);
  const byId = useMemo(() => new Map(sights.map((one) => [one.id, one])), [sights]);
  const colours = useMemo(() => holderColours(sights.flatMap(({ holders }) => holders)), [sights]);
  const marks = useMemo(() => (view ? marksIn(events, view.box, view.zoom) : []), [events, view]);
  const squares = useMemo(() => (view ? marksIn(held, view.box, view.zoom) : []), [held, view]);
  const written = map && view ? labelled(map, marks, squares, byId) : new Set<string>();
  useEffect(() => {
    const point = chosen && byId.get(chosen)?.point;
    if (map && point && !map.getBounds().contains(point)) map.easeTo({ center: point });
  }, [map, chosen, byId]);
  const opened = (mark: Mark) =>
    mark.id === null
      ? map?.easeTo({ center: mark.point, zoom: mark.opensAt ?? undefined })
      : choose(mark.id);
  return (
    <div className={classes.map}>
      <section ref={frame} className={classes.canvas} aria-label="Map: arrow keys move it" />
      {failed && (
        <Alert color="orange" className={classes.failed}>
          {failed.message} What the map shows stands in the table, too.
        </Alert>
      )}
      {map &&
        marks.map((mark) => (
          <At key={mark.key} map={map} point={mark.point}>
            <EventsMark
              mark={mark}
              name={(mark.id && byId.get(mark.id)?.name) || ""}
              written={written.has(mark.key)}
              chosen={mark.id !== null && mark.id === chosen}
              scheme={scheme}
              onClick={() => opened(mark)}
            />
          </At>
        ))}
      {map &&
        squares.map((mark) => (
          <At
            key={`held ${mark.key}`}
            map={map}
            point={mark.point}
            offset={mark.id && byId.get(mark.id)?.total ? ASIDE : undefined}
          >
            <Held
              mark={mark}
              sight={mark.id ? byId.get(mark.id) : undefined}
              colours={colours}
              written={written.has(`held ${mark.key}`)}
              chosen={mark.id !== null && mark.id === chosen}
              onClick={() => opened(mark)}
            />
          </At>
        ))}
      <Group gap={4} className={classes.zoom}>
        <Tool label="Zoom in" onClick={() => map?.zoomIn()} Icon={IconPlus} />
        <Tool label="Zoom out" onClick={() => map?.zoomOut()} Icon={IconMinus} />
        <Tool label="Show all places" onClick={() => home && show(home)} Icon={IconFocusCentered} />
      </Group>
      <MapLegend scheme={scheme} sights={sights} colours={colours} />
      <p className={classes.credit}>Borders as drawn by Natural Earth</p>
    </div>
  );
}

interface HeldProps {
  mark: Mark;
  sight: Sight | undefined;
  colours: ReadonlyMap<string, string>;
  written: boolean;
  chosen: boolean;
  onClick: () => void;
}

/** Who holds one place; of several too near to be told apart, how many. */
function Held({ mark, sight, ...rest }: HeldProps) {
  if (sight) return <HolderMark sight={sight} {...rest} />;
  const label = `${mark.places} places that somebody holds, zoom in`;
  return (
    <button
      type="button"
      className={classes.several}
      aria-label={label}
      title={label}
      onClick={rest.onClick}
    >
      {mark.places}
    </button>
  );
}

interface ToolProps {
  label: string;
  onClick: () => void;
  Icon: typeof IconPlus;
}

function Tool({ label, onClick, Icon }: ToolProps) {
  return (
    <Button
      size="compact-sm"
      variant="default"
      px={6}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      <Icon size={16} aria-hidden="true" />
    </Button>
  );
}

function spotOf({ id, point }: Sight, counts: Spot["counts"]): Spot[] {
  return point ? [{ id, point, counts }] : [];
}

/** The names that fit, those of most events first, then those of who holds a place. */
function labelled(
  map: MapLibre,
  marks: readonly Mark[],
  squares: readonly Mark[],
  byId: ReadonlyMap<string, Sight>,
): Set<string> {
  const wanted: Wanted[] = [];
  for (const [several, prefix] of [
    [squares, "held "],
    [marks, ""],
  ] as const) {
    for (const mark of several) {
      const sight = mark.id && byId.get(mark.id);
      if (!sight) continue;
      const { x, y } = map.project(mark.point);
      const held = prefix !== "";
      const [right, down] = held && sight.total ? ASIDE : [0, 0];
      const below = held ? 12 : radiusOf(mark.total) + 3;
      const text = held ? labelOf(sight) : sight.name;
      wanted.push({ key: prefix + mark.key, text, x: x + right, y: y + down + below });
    }
  }
  return fitting(wanted);
}

/** Around all places that are no whole stretch of the world; null where there are none. */
function boundsOf(sights: readonly Sight[]): LngLatBoundsLike | null {
  const exact = sights.filter(({ point, radiusKm }) => point && (radiusKm ?? 0) < EXACT_KM);
  const points = (exact.length ? exact : sights).flatMap(({ point }) => (point ? [point] : []));
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const east = Math.max(...xs) + MARGIN;
  return [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN, east, Math.max(...ys) + MARGIN];
}

// A country is so vague; the map does not begin with the whole of it.
const EXACT_KM = 200;
// Degrees, so that a single place is not the whole map.
const MARGIN = 0.5;
