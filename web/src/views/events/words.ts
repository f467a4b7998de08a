/** Events as a person reads them. */
import type { EventRow, Shapes } from "@/api";
import { dayWords, rangeOfPersons, timeWords } from "@/words";

type Losses = Shapes["Losses"];

/** Harm to persons by kind, the least and the most kept apart: "killed 12-20 (reports differ), wounded 5 or more". */
export function tollWords(tolls: readonly Losses[]): string {
  return tolls
    .map(({ kind, low, high, agreed }) => {
      const differ = agreed ? "" : " (reports differ)";
      return `${kind} ${rangeOfPersons(low, high)}${differ}`;
    })
    .join(", ");
}

/** When, as exactly as it is told; where nobody says, by which day the first report was out. */
export function whenOfEvent({ event }: Pick<EventRow, "event">): string {
  return timeWords(event.when) || `no day given (told by ${dayWords(event.day)})`;
}

/** An event in one line: "Boko Haram, assault, Nigerian Army". */
export function titleOf(row: EventRow, label: string): string {
  const parts = [row.source?.name, label, row.target?.name, row.event.place];
  return parts.filter(Boolean).join(", ");
}

/** All claims that tell it, then those that deny it. */
export function claimsOf({ event }: Pick<EventRow, "event">): string[] {
  return [...event.claim_ids, ...event.disputed_by];
}
