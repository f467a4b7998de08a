/** How a claim should have been read: from the fields of the form to what the API takes. */
import type { Explanation, Shapes } from "@/api";
import { isDay, plusDays } from "@/words";

export type Correcting = Shapes["Correcting"];
type Claim = Explanation["claim"];
type Picked = readonly [number, number];

/** The form. What equals the claim as it was read is not sent. */
export interface Fields {
  predicate: string;
  phase: string | null;
  stance: Claim["stance"];
  swapped: boolean;
  /** ISO days, a month or a year: "2014-02-10", "2014-02", "2014"; empty: as it was read. */
  from: string;
  to: string;
  /** Characters of the article; null: as it was read. */
  source: Picked | null;
  target: Picked | null;
}

/** The form as it opens: the claim as it stands. */
export function fieldsOf(claim: Claim): Fields {
  const { predicate, phase, stance } = claim;
  return { predicate, phase, stance, swapped: false, from: "", to: "", source: null, target: null };
}

/** What is wrong with the days; null where nothing is. */
export function faultOf({ from, to }: Fields): string | null {
  if (!from && !to) return null;
  if (!from) return "Give the first day, month or year.";
  const days = whenOf(from, to);
  if (!days) return "Write days as 2014-02-10, months as 2014-02, years as 2014.";
  return days.start < days.end ? null : "The last day is before the first.";
}

/** Only what differs from the claim; null where nothing does. */
export function correctionOf(claim: Claim, fields: Fields): Correcting | null {
  const { predicate, phase, stance, swapped, source, target } = fields;
  const when = fields.from ? whenOf(fields.from, fields.to) : null;
  const correction: Correcting = {
    swapped,
    ...(predicate !== claim.predicate && { predicate }),
    ...(phase !== null && phase !== claim.phase && { phase: phase as Claim["phase"] }),
    ...(stance !== claim.stance && { stance }),
    ...(when && { when }),
    ...(source && { source: [...source] as [number, number] }),
    ...(target && { target: [...target] as [number, number] }),
  };
  return Object.keys(correction).length > 1 || swapped ? correction : null;
}

/** Half-open, with the grain of what was written; null where it is no day, month or year. */
export function whenOf(from: string, to: string) {
  const [first, last] = [stretchOf(from), stretchOf(to || from)];
  if (!first || !last) return null;
  const grain = to && to !== from ? "day" : first.grain;
  return { start: first.start, end: last.end, grain };
}

function stretchOf(text: string) {
  if (/^\d{4}$/.test(text) && text > "0000" && text < "9999")
    return {
      start: `${text}-01-01`,
      end: `${String(Number(text) + 1).padStart(4, "0")}-01-01`,
      grain: "year" as const,
    };
  if (/^\d{4}-\d{2}$/.test(text) && isDay(`${text}-01`)) {
    const start = `${text}-01`;
    return { start, end: `${plusDays(start, 31).slice(0, 7)}-01`, grain: "month" as const };
  }
  return isDay(text) ? { start: text, end: plusDays(text, 1), grain: "day" as const } : null;
}
