/** A claim's parties and its speaker on one line. */
import type { ClaimRow } from "@/api";

type Party = ClaimRow["parties"][number];

/** "River Guard → Port Amal"; a part that has words but no actor keeps its words. */
export function partyWords({ parties }: Pick<ClaimRow, "parties">): string {
  const main = [named(parties, "source"), named(parties, "target")];
  const others = parties.filter(({ role }) => role !== "source" && role !== "target");
  const line = main.filter(Boolean).join(" → ");
  const rest = others.map((party) => `${party.role}: ${nameOf(party)}`);
  return [line, ...rest].filter(Boolean).join(", ");
}

/** Who is quoted as saying so; empty in the report's own voice. */
export function voiceWords({ stated, speaker }: Pick<ClaimRow, "stated" | "speaker">): string {
  if (!stated) return "";
  return `said by ${speaker?.name ?? "somebody without a name"}`;
}

function named(parties: readonly Party[], wanted: string): string {
  return parties
    .filter(({ role }) => role === wanted)
    .map(nameOf)
    .join(" and ");
}

function nameOf({ actor, words }: Party): string {
  return actor?.name ?? words;
}
