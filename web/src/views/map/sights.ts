/** Places as the map shows them: what was done there in the days asked for, and who holds them on one day. */
import type { Relation, Shapes } from "@/api";

type Seen = Shapes["PlacesSeen"];

/** Somebody who is said to hold a place. */
export interface Holder {
  id: string;
  name: string;
  relation: Relation;
}

export interface Sight {
  id: string;
  name: string;
  kind: string;
  /** Longitude and latitude; null where nobody knows them. */
  point: [number, number] | null;
  radiusKm: number | null;
  events: readonly Shapes["PredicateCount"][];
  /** How many events. */
  total: number;
  deaths: Shapes["Deaths"] | null;
  holders: readonly Holder[];
  claimIds: readonly string[];
}

/** Brings both answers together, by name: events of the days, holders of the day. */
export function sightsOf(done: Seen, held: Seen): Sight[] {
  const sights = new Map<string, Sight>();
  const names = new Map(held.actors.map(({ id, name }) => [id, name]));
  for (const row of done.places) {
    if (row.events.length > 0) sights.set(row.place.id, plain(row));
  }
  for (const row of held.places) {
    if (row.controls.length === 0) continue;
    const known = sights.get(row.place.id) ?? { ...plain(row), ...NOTHING_DONE };
    const holders = row.controls.map((relation) => ({
      id: relation.source,
      name: names.get(relation.source) ?? relation.source,
      relation,
    }));
    const told = row.controls.flatMap((one) => [...one.claim_ids, ...one.disputed_by]);
    const claimIds = [...new Set([...known.claimIds, ...told])];
    sights.set(row.place.id, { ...known, holders, claimIds });
  }
  return [...sights.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/** Is it doubtful who holds it: several at once, or against a report? */
export function isDisputed({ holders }: Pick<Sight, "holders">): boolean {
  return holders.length > 1 || holders.some(({ relation }) => relation.disputed_by.length > 0);
}

const NOTHING_DONE = { events: [], total: 0, deaths: null, claimIds: [] };

function plain(row: Shapes["PlaceRow"]): Sight {
  const { place, kind, radius_km, events, deaths, claim_ids } = row;
  const { latitude, longitude } = place;
  return {
    id: place.id,
    name: place.name,
    kind,
    point: latitude === null || longitude === null ? null : [longitude, latitude],
    radiusKm: radius_km,
    events,
    total: events.reduce((sum, { count }) => sum + count, 0),
    deaths,
    holders: [],
    claimIds: claim_ids,
  };
}
