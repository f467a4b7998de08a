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
import { fitting, type Obstacle, type Wanted } from "./labels";
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
  // Without a graphics card, to draw the map anew takes longer than all else; most filters leave the circles as they are.
  const vague = sights.map(({ id, point, radiusKm }) => [id, point, radiusKm].join()).join(";");
  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else of the places matters to the circles.
  const circles = useMemo(() => vagueness(sights), [vague]);
  const home = useMemo(() => boundsOf(sights), [sights]);
  const { frame, map, failed, show } = useMapLibre(scheme, home, circles);
  const view = useView(map);
  const byId = useMemo(() => new Map(sights.map((one) => [one.id, one])), [sights]);
  const colours = useMemo(
    () => holderColours(sights.flatMap(({ holders, point }) => (point ? holders : []))),
    [sights],
  );
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
      <MapLegend scheme={scheme} sights={sights.filter(({ point }) => point)} colours={colours} />
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

/** The names that fit: of who holds a place first, then of places by their events. No mark is covered. */
function labelled(
  map: MapLibre,
  marks: readonly Mark[],
  squares: readonly Mark[],
  byId: ReadonlyMap<string, Sight>,
): Set<string> {
  const wanted: Wanted[] = [];
  const obstacles: Obstacle[] = [];
  for (const mark of squares) {
    const sight = mark.id ? byId.get(mark.id) : undefined;
    const [right, down] = sight?.total ? ASIDE : [0, 0];
    const { x, y } = map.project(mark.point);
    obstacles.push({ x: x + right, y: y + down, radius: SQUARE_PX });
    if (!sight) continue;
    const at = { x: x + right + SQUARE_PX, y: y + down - 8, beside: true };
    wanted.push({ key: `held ${mark.key}`, text: labelOf(sight), ...at });
  }
  for (const mark of marks) {
    const { x, y } = map.project(mark.point);
    const radius = radiusOf(mark.total) + 3;
    obstacles.push({ x, y, radius });
    const sight = mark.id ? byId.get(mark.id) : undefined;
    if (sight) wanted.push({ key: mark.key, text: sight.name, x, y: y + radius });
  }
  return fitting(wanted, obstacles, map.getContainer().clientWidth);
}

/** Around most of what is told, so that one far place does not make all others small; null where there is nothing. */
function boundsOf(sights: readonly Sight[]): LngLatBoundsLike | null {
  const exact = sights.filter(({ point, radiusKm }) => point && (radiusKm ?? 0) < EXACT_KM);
  const shown = (exact.length ? exact : sights).flatMap(({ point, total }) =>
    point ? [{ x: point[0], y: point[1], weight: Math.max(1, total) }] : [],
  );
  if (shown.length === 0) return null;
  const [west, east] = middleOf(shown.map(({ x, weight }) => [x, weight]));
  const [south, north] = middleOf(shown.map(({ y, weight }) => [y, weight]));
  return [west - MARGIN, south - MARGIN, east + MARGIN, north + MARGIN];
}

/** From the least to the greatest value, but for those at either end that have little weight. */
function middleOf(values: [value: number, weight: number][]): [least: number, most: number] {
  const sorted = [...values].sort(([one], [other]) => one - other);
  const spare = SPARE * sorted.reduce((sum, [, weight]) => sum + weight, 0);
  const first = (from: [number, number][]) => {
    let passed = 0;
    const found = from.find(([, weight]) => {
      passed += weight;
      return passed > spare;
    });
    return found?.[0] ?? 0;
  };
  return [first(sorted), first(sorted.toReversed())];
}

// Half of what a holder's square takes.
const SQUARE_PX = 12;
// So much of the weight may lie outside of the first picture at either end.
const SPARE = 0.08;
// A country is so vague; the map does not begin with the whole of it.
const EXACT_KM = 200;
// Degrees, so that a single place is not the whole map.
const MARGIN = 0.5;
