/** Places near each other as one mark, so that the map stays readable however many there are. */
import Supercluster from "supercluster";
import type { Group } from "./groups";

type Counts = Partial<Record<Group, number>>;

/** One place, or several that would overlap. */
export interface Mark {
  key: string;
  point: [number, number];
  /** Of one place; null for several. */
  id: string | null;
  places: number;
  counts: Counts;
  /** All events of it. */
  total: number;
  /** The zoom at which several come apart; null for one place. */
  opensAt: number | null;
}

export interface Spot {
  id: string;
  point: [number, number];
  counts: Counts;
}

/** West, south, east, north. */
export type Box = [number, number, number, number];
export type Index = Supercluster<{ id: string; counts: Counts }, { counts: Counts }>;

export const NEAR_PX = 44;
export const MOST_ZOOM = 12;

/** Ready to be asked for the marks of any view. */
export function indexOf(spots: readonly Spot[], radius = NEAR_PX): Index {
  const index: Index = new Supercluster({
    radius,
    maxZoom: MOST_ZOOM,
    map: ({ counts }) => ({ counts }),
    // Supercluster wants the sum written into the first.
    reduce: (sum, { counts }) => {
      sum.counts = added(sum.counts, counts);
    },
  });
  index.load(
    spots.map(({ id, point, counts }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: point },
      properties: { id, counts },
    })),
  );
  return index;
}

/** What is drawn in a box at a zoom, the most events first. */
export function marksIn(index: Index, box: Box, zoom: number): Mark[] {
  const marks = index.getClusters(box, Math.floor(zoom)).map(({ geometry, properties }): Mark => {
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    const point: [number, number] = [longitude, latitude];
    const { counts } = properties;
    const total = totalOf(counts);
    if (!("cluster_id" in properties)) {
      const { id } = properties;
      return { key: id, point, id, places: 1, counts, total, opensAt: null };
    }
    const { cluster_id, point_count } = properties;
    const opensAt = Math.min(index.getClusterExpansionZoom(cluster_id), MOST_ZOOM + 1);
    const key = `${point_count} at ${longitude.toFixed(4)} ${latitude.toFixed(4)}`;
    return { key, point, id: null, places: point_count, counts, total, opensAt };
  });
  return marks.sort((one, other) => other.total - one.total || (one.key < other.key ? -1 : 1));
}

function added(one: Counts, other: Counts): Counts {
  const sum = { ...one };
  for (const [group, count] of Object.entries(other) as [Group, number][]) {
    sum[group] = (sum[group] ?? 0) + count;
  }
  return sum;
}

function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
