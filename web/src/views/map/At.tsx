import { type Map as MapLibre, Marker } from "maplibre-gl";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";

interface Props {
  map: MapLibre;
  point: [number, number];
  /** Pixels to the right and down. */
  offset?: [number, number];
  children: ReactNode;
}

/** Something that stands at a point of the map and moves with it. */
export function At({ map, point: [longitude, latitude], offset, children }: Props) {
  const [element] = useState(() => document.createElement("div"));
  const [right, down] = offset ?? [0, 0];
  useEffect(() => {
    const marker = new Marker({ element, offset: [right, down] })
      .setLngLat([longitude, latitude])
      .addTo(map);
    // MapLibre calls every marker an image named "Map marker"; what stands in it says what it is.
    for (const name of ["role", "aria-label", "tabindex"]) element.removeAttribute(name);
    return () => {
      marker.remove();
    };
  }, [map, element, longitude, latitude, right, down]);
  return createPortal(children, element);
}
