/** A claim in a line, where no codebook is at hand. */
import type { Explanation } from "@/api";
import { safe } from "@/words";

type Party = Explanation["parties"][number];

/** Whoever takes a part; undefined where the claim has none. */
export function partyOf(explanation: Explanation, role: string): Party | undefined {
  return explanation.parties.find((one) => one.role === role);
}

/** "Ansar Dine"; the words in quotation marks where they name nobody. */
export function partyWords(party: Party | undefined): string {
  if (!party) return "nobody named";
  return party.actor ? safe(party.actor.name) : `“${safe(party.words)}”`;
}

/** "Ansar Dine, alliance begins, MUJAO". */
export function claimWords(explanation: Explanation): string {
  const claim = explanation.corrected ?? explanation.claim;
  const other = partyOf(explanation, "target") ?? partyOf(explanation, "place");
  const what = [claim.predicate, claim.phase].filter(Boolean).join(" ");
  return [partyWords(partyOf(explanation, "source")), what, partyWords(other)].join(", ");
}
