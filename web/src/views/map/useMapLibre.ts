/** The map under the marks: countries, borders, circles of vagueness; drawn by MapLibre from shapes of our own. */
import { useMantineTheme } from "@mantine/core";
import type { FeatureCollection } from "geojson";
import {
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as MapLibre,
  type StyleSpecification,
  setWorkerUrl,
} from "maplibre-gl";
// A worker of our own origin: the policy allows no other, and MapLibre does not find it by itself under Vite.
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import type { Scheme } from "@/signs";
import { PAPER } from "./look";
import { countries } from "./world";

setWorkerUrl(workerUrl);

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

/** A map in the element that `frame` is put on; `map` is null until its first picture stands. */
export function useMapLibre(
  scheme: Scheme,
  bounds: LngLatBoundsLike | null,
  circles: FeatureCollection,
) {
  const frame = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [failed, setFailed] = useState<Error | null>(null);
  const calm = useMantineTheme().respectReducedMotion;
  const first = useRef({ scheme, bounds });
  useEffect(() => {
    if (!frame.current) return;
    const asking = new AbortController();
    let made: MapLibre | null = null;
    try {
      made = makeMap(frame.current, first.current.scheme, first.current.bounds);
    } catch (reason) {
      setFailed(reason instanceof Error ? reason : new Error(String(reason)));
      return;
    }
    const drawn = made;
    drawn.on("load", () => {
      setMap(drawn);
      countries(asking.signal)
        .then((shapes) => sourceOf(drawn, "countries")?.setData(shapes))
        .catch((reason) => !asking.signal.aborted && setFailed(reason as Error));
    });
    return () => {
      asking.abort();
      drawn.remove();
      setMap(null);
    };
  }, []);
  useEffect(() => {
    if (map) sourceOf(map, "vague")?.setData(circles);
  }, [map, circles]);
  useEffect(() => {
    if (map) paint(map, scheme);
  }, [map, scheme]);
  const show = (box: LngLatBoundsLike) =>
    map?.fitBounds(box, { padding: 56, maxZoom: 8, animate: !calm });
  return { frame, map, failed, show };
}

function makeMap(container: HTMLElement, scheme: Scheme, bounds: LngLatBoundsLike | null) {
  const map = new MapLibre({
    container,
    style: styleOf(scheme),
    ...(bounds ? { bounds, fitBoundsOptions: { padding: 56, maxZoom: 8 } } : { zoom: 1 }),
    maxZoom: 13,
    renderWorldCopies: false,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

function sourceOf(map: MapLibre, id: string) {
  return map.getSource<GeoJSONSource>(id);
}

function styleOf(scheme: Scheme): StyleSpecification {
  const { sea, land, border, vague } = PAPER[scheme];
  const ink = { "fill-color": vague, "fill-opacity": 0.04 };
  return {
    version: 8,
    sources: {
      countries: { type: "geojson", data: EMPTY },
      vague: { type: "geojson", data: EMPTY },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "countries", paint: { "fill-color": land } },
      { id: "border", type: "line", source: "countries", paint: { "line-color": border } },
      { id: "vague", type: "fill", source: "vague", paint: ink },
      {
        id: "vague-edge",
        type: "line",
        source: "vague",
        paint: { "line-color": vague, "line-opacity": 0.35, "line-dasharray": [3, 3] },
      },
    ],
  };
}

function paint(map: MapLibre, scheme: Scheme): void {
  const { sea, land, border, vague } = PAPER[scheme];
  map.setPaintProperty("sea", "background-color", sea);
  map.setPaintProperty("land", "fill-color", land);
  map.setPaintProperty("border", "line-color", border);
  map.setPaintProperty("vague", "fill-color", vague);
  map.setPaintProperty("vague-edge", "line-color", vague);
}
