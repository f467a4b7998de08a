import type { Map as MapLibre } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { Box } from "./clusters";

/** What part of the world a map shows. */
export interface View {
  box: Box;
  zoom: number;
}

/** The part that is shown whenever the map has come to rest; null before there is a map. */
export function useView(map: MapLibre | null): View | null {
  const [view, setView] = useState<View | null>(null);
  useEffect(() => {
    if (!map) return;
    const look = () => {
      const bounds = map.getBounds();
      const box: Box = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
      setView({ box, zoom: map.getZoom() });
    };
    look();
    map.on("moveend", look);
    map.on("resize", look);
    return () => {
      map.off("moveend", look);
      map.off("resize", look);
    };
  }, [map]);
  return view;
}
