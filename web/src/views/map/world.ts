/** The shapes of countries, and circles that say how vague a place is. */
import { geoCircle } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import countriesUrl from "world-atlas/countries-50m.json?url";
import type { Sight } from "./sights";

const KM_OF_DEGREE = 111.19;

/** Countries with their borders as Natural Earth draws them (1:50 million). */
export async function countries(signal: AbortSignal): Promise<FeatureCollection> {
  const answer = await fetch(countriesUrl, { signal });
  if (!answer.ok) throw new Error("The shapes of countries could not be loaded.");
  const world = (await answer.json()) as Topology<{ countries: GeometryCollection }>;
  return feature(world, world.objects.countries);
}

/** One circle a place, as wide as its point is vague. */
export function vagueness(sights: readonly Sight[]): FeatureCollection {
  const circle = geoCircle().precision(6);
  return {
    type: "FeatureCollection",
    features: sights.flatMap(({ id, point, radiusKm }) =>
      point && radiusKm
        ? [
            {
              type: "Feature" as const,
              properties: { id },
              geometry: circle.center(point).radius(radiusKm / KM_OF_DEGREE)(),
            },
          ]
        : [],
    ),
  };
}
