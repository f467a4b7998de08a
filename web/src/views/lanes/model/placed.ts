/** A plan as it lies on paper, in pixels. */
import type { Day } from "./days";
import type { Label } from "./labels";
import type { Lane, Person, Tie } from "./plan";
import type { Room } from "./tracks";

/** How days become pixels. */
export interface Scale {
  /** The day at 0. */
  origin: Day;
  pixelsPerDay: number;
}

export interface PlacedLane {
  lane: Lane;
  top: number;
  height: number;
  /** Of its line. */
  y: number;
  /** From its beginning to the last day told of; then thin to `reach`, as long as anything drawn on it. */
  from: number;
  to: number;
  reach: number;
  /** Days on which it may have begun; null where that is one day, or where nobody says. */
  birth: Room | null;
  names: readonly Label[];
}

/** A length of a bracket or of a leader's time, as it is known. */
export interface Rail {
  y: number;
  from: number;
  /** Held for sure, or was told of, up to here. */
  to: number;
  /** Days on which it may have ended. */
  ending: Room | null;
  /** Not told of any more, but drawn by maps up to here. */
  tail: number | null;
  /** Nobody says since when. */
  open: boolean;
}

export interface PlacedTie {
  tie: Tie;
  x: number;
  /** Of the source's line and the target's. */
  y0: number;
  y1: number;
  /** The days on which it may have begun or happened; `from` is null where that is open. */
  range: { from: number | null; to: number } | null;
  /** What lasts; null for what happens once. */
  rail: Rail | null;
  label: Label | null;
}

export interface PlacedPerson {
  person: Person;
  rail: Rail;
  /** Of the times of one leader on one line the first alone has one. */
  label: Label | null;
}

export interface Layout {
  lanes: readonly PlacedLane[];
  ties: readonly PlacedTie[];
  people: readonly PlacedPerson[];
  height: number;
}
