/** Decisions as a reader goes through them: those that were made at once stand together. */
import type { Shapes } from "@/api";

type Standing = Shapes["Standing"];

/** Decisions that one act has made, at least one. */
export interface Run {
  id: string;
  verdict: string;
  by: string;
  members: readonly Standing[];
}

// The store signs decisions of one act a microsecond apart.
const TICK = 1;

/** Groups neighbours of one person, verdict and reason that were signed at once. The order stays. */
export function runsOf(rows: readonly Standing[]): Run[] {
  const runs: { id: string; verdict: string; by: string; members: Standing[] }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    const last = run?.members.at(-1);
    if (run && last && isOneAct(last.decision, row.decision)) run.members.push(row);
    else {
      const { id, by, choice } = row.decision;
      runs.push({ id, by, verdict: choice.verdict, members: [row] });
    }
  }
  return runs;
}

/** Those that can be taken back: nobody has done so yet. */
export function undoable(run: Run): readonly string[] {
  return run.members.filter(({ state }) => state !== "undone").map(({ decision }) => decision.id);
}

function isOneAct(one: Standing["decision"], other: Standing["decision"]): boolean {
  return (
    one.by === other.by &&
    one.choice.verdict === other.choice.verdict &&
    one.because === other.because &&
    Math.abs(microseconds(one.made_at) - microseconds(other.made_at)) <= TICK
  );
}

/** Since 1970; a Date alone forgets what is less than a millisecond. */
function microseconds(instant: string): number {
  const below = /\.\d{3}(\d{3})/.exec(instant)?.[1] ?? "0";
  return Date.parse(instant) * 1000 + Number(below);
}
