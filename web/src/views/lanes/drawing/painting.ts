/** What every part of the picture is drawn with, and what happens on pointing at it. */
import { createContext, use } from "react";
import type { Sign } from "@/signs";
import type { Stretch } from "../model/stretch";
import type { Telling } from "../model/words";
import type { Ink } from "./ink";

export interface Painting {
  ink: Ink;
  signOf: (predicate: string) => Sign;
  colourOf: (sign: Sign) => string;
  /** In words, for hovering and for screen readers. */
  tell: (stretch: Stretch) => Telling;
  /** Opens the evidence; null on paper. */
  onOpen: ((stretch: Stretch) => void) | null;
  /** Shows words beside the pointer, or beside what has the focus; null takes them away. */
  onPoint: (telling: Telling | null, at?: { x: number; y: number }) => void;
}

export const PaintingContext = createContext<Painting | null>(null);

/** How to draw; only within a picture. */
export function usePainting(): Painting {
  const painting = use(PaintingContext);
  if (!painting) throw new Error("parts of the picture are drawn within a PaintingContext");
  return painting;
}
