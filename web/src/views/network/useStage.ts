import { useReducedMotion } from "@mantine/hooks";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Lit } from "./lighting";
import type { Heard, Shown, Stage } from "./Stage";

export type Drawing = { state: "coming" } | { state: "drawn"; stage: Stage } | { state: "barred" };

interface Wanted extends Shown {
  lit: Lit | null;
  heard: Heard;
}

/** Keeps a stage in an element; "barred" where the browser cannot draw. */
export function useStage(host: RefObject<HTMLElement | null>, wanted: Wanted): Drawing {
  const { scene, positions, looks, lit } = wanted;
  const calm = useReducedMotion();
  const [drawing, setDrawing] = useState<Drawing>({ state: "coming" });
  const heard = useRef(wanted.heard);
  useEffect(() => {
    heard.current = wanted.heard;
  });
  useEffect(() => {
    let over = false;
    let stage: Stage | null = null;
    void stageCode().then((code) => {
      // By now another may stand in this element, and whichever is killed takes all canvases along.
      if (over) return;
      stage = code && raise(code, host.current, heard, calm);
      setDrawing(stage ? { state: "drawn", stage } : { state: "barred" });
    });
    return () => {
      over = true;
      stage?.kill();
      setDrawing({ state: "coming" });
    };
  }, [host, calm]);
  const stage = drawing.state === "drawn" ? drawing.stage : null;
  useEffect(() => stage?.show({ scene, positions, looks }), [stage, scene, positions, looks]);
  useEffect(() => stage?.light(lit), [stage, lit]);
  return drawing;
}

type Code = typeof import("./Stage");

/** The code of a stage, or null where there is no WebGL: it cannot even be loaded without. */
async function stageCode(): Promise<Code | null> {
  return hasWebGL() ? import("./Stage") : null;
}

/** A stage, or null where it cannot be drawn. */
function raise(
  { Stage }: Code,
  host: HTMLElement | null,
  heard: RefObject<Heard>,
  calm: boolean,
): Stage | null {
  if (!host) return null;
  const told: Heard = {
    point: (hit) => heard.current.point(hit),
    pick: (hit) => heard.current.pick(hit),
    enter: (id) => heard.current.enter(id),
  };
  try {
    return new Stage(host, told, calm);
  } catch (error) {
    console.warn("The network cannot be drawn:", error);
    return null;
  }
}

function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  // Browsers allow only so many at once.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
