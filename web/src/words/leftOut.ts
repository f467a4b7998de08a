/** How many claims a map does not draw, and why, so that nobody takes it for the whole. */

import { numberWords } from "./counts";

/** Counts of claims by the reason that they are not drawn. */
export interface LeftOut {
  nameless: number;
  unsettled: number;
  alleged: number;
  denied: number;
  over: number;
  weak: number;
  unreviewed: number;
}

const REASONS: Record<keyof LeftOut, string> = {
  nameless: "of parties without a name",
  unsettled: "only sought, refused, planned, threatened or requested",
  alleged: "only alleged",
  denied: "only denied",
  over: "of another time",
  weak: "less sure, or told by fewer, than asked",
  unreviewed: "not reviewed",
};

/** "10 of parties without a name", one text a reason that has any. */
export function leftOutWords(leftOut: LeftOut): string[] {
  return (Object.keys(REASONS) as (keyof LeftOut)[])
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => `${numberWords(leftOut[reason])} ${REASONS[reason]}`);
}

/** All of them together. */
export function leftOutTotal(leftOut: LeftOut): number {
  return (Object.keys(REASONS) as (keyof LeftOut)[]).reduce((sum, one) => sum + leftOut[one], 0);
}
