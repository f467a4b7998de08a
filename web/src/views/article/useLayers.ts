import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Layer } from "./reads";

const HIDDEN = "hide";

/** Which layers are switched off, in the address: "hide=actor,date". */
export function useLayers() {
  const [params, setParams] = useSearchParams();
  const written = params.get(HIDDEN) ?? "";
  const hidden = useMemo(() => new Set(written.split(",").filter(Boolean)), [written]);
  const toggle = useCallback(
    (layer: Layer) =>
      setParams(
        (now) => {
          const layers = new Set((now.get(HIDDEN) ?? "").split(",").filter(Boolean));
          if (!layers.delete(layer)) layers.add(layer);
          const after = new URLSearchParams(now);
          if (layers.size) after.set(HIDDEN, [...layers].join());
          else after.delete(HIDDEN);
          return after;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  return { hidden, toggle };
}
