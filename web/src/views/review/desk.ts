/** What one reviewer did since the page was opened, and which claim is next: plain values, so that every step can be tested. */
import type { Explanation } from "@/api";

export type Verdict = "accepted" | "rejected" | "corrected" | "same" | "different" | "skipped";
/** saving: on its way to the store; kept: there; undone: taken back; failed: the store did not take it. */
export type State = "saving" | "kept" | "undone" | "failed";

/** One act of the session. */
export interface Act {
  number: number;
  verdict: Verdict;
  /** In words: "Ansar Dine, ally of, MUJAO". */
  what: string;
  /** The claim, where it was one; of many at once and of identities there is none. */
  claim: Explanation | null;
  /** How many claims, 1 but for many at once. */
  size: number;
  /** Ids of the decisions that the store made of it; several where many were decided at once. */
  decisions: readonly string[];
  state: State;
}

/** The session: its acts, the first first, and claims that were put back to be decided anew. */
export interface Desk {
  acts: readonly Act[];
  again: readonly Explanation[];
}

export const EMPTY: Desk = { acts: [], again: [] };

/** The claim to decide: one that was put back, or the first of the queue that this session has not been through. */
export function nextClaim(desk: Desk, queue: readonly Explanation[]): Explanation | undefined {
  return waiting(desk, queue)[0];
}

/** All claims that are still to be decided, in their order. */
export function waiting(desk: Desk, queue: readonly Explanation[]): readonly Explanation[] {
  const back = new Set(desk.again.map((one) => one.claim.id));
  const done = new Set(desk.acts.filter(counts).map((act) => act.claim?.claim.id));
  const rest = queue.filter(({ claim }) => !back.has(claim.id) && !done.has(claim.id));
  return [...desk.again, ...rest];
}

/** The session after another act, which is not in the store yet; a skipped claim never gets there. */
export function acted(desk: Desk, act: Omit<Act, "number" | "decisions" | "state">): Desk {
  const state = act.verdict === "skipped" ? "kept" : "saving";
  const made: Act = { ...act, number: desk.acts.length + 1, decisions: [], state };
  const again = desk.again.filter((one) => one.claim.id !== act.claim?.claim.id);
  return { acts: [...desk.acts, made], again };
}

/** The store has it, under these decisions. */
export function kept(desk: Desk, number: number, decisions: readonly string[]): Desk {
  return changed(desk, number, { state: "kept", decisions });
}

/** The store did not take it: the claim is to be decided again. */
export function failed(desk: Desk, number: number): Desk {
  return putBack(changed(desk, number, { state: "failed" }), number);
}

/** It was taken back: the claim comes next. */
export function undone(desk: Desk, number: number): Desk {
  return putBack(changed(desk, number, { state: "undone" }), number);
}

/** The last act that can be taken back. */
export function lastAct(desk: Desk): Act | undefined {
  return desk.acts.findLast((act) => act.state === "kept");
}

/** How many claims or pairs were decided, by verdict; what was taken back does not count. */
export function tally(desk: Desk): ReadonlyMap<Verdict, number> {
  const found = new Map<Verdict, number>();
  for (const act of desk.acts.filter(counts))
    found.set(act.verdict, (found.get(act.verdict) ?? 0) + act.size);
  return found;
}

function counts(act: Act): boolean {
  return act.state === "kept" || act.state === "saving";
}

function changed(desk: Desk, number: number, patch: Partial<Act>): Desk {
  const acts = desk.acts.map((act) => (act.number === number ? { ...act, ...patch } : act));
  return { ...desk, acts };
}

function putBack(desk: Desk, number: number): Desk {
  const claim = desk.acts.find((act) => act.number === number)?.claim;
  return claim ? { ...desk, again: [claim, ...desk.again] } : desk;
}
