/** What a job does, and what came of it, in words. */
import type { Shapes } from "@/api";
import { count, safe } from "@/words";

type Job = Shapes["Job"];

const OVER: readonly Job["state"][] = ["done", "stopped", "failed"];

/** Is nothing more to come of it? */
export function isOver({ state }: Job): boolean {
  return OVER.includes(state);
}

/** "bamako.txt", "bamako.txt and 3 more". */
export function jobTitle({ files }: Job): string {
  const [first = "nothing", ...more] = files;
  const name = first === "pasted.jsonl" ? "Pasted text" : safe(first);
  return more.length ? `${name} and ${more.length} more` : name;
}

/** Where it stands, or what it did. */
export function summaryWords(job: Job): string {
  const { state, done, total, summary } = job;
  if (state === "waiting") return "Waits until what was sent before is read.";
  if (state === "reading")
    return `${count(done, "article")} read, of ${count(total, "file")}. The first takes longest: the reader is loaded.`;
  if (state === "stopped") return `Stopped; ${count(done, "article")} read before are kept.`;
  if (state === "failed") return "It did not work.";
  if (!summary) return count(done, "article");
  const parts = [
    summary.new && count(summary.new, "new article"),
    summary.known && `${summary.known} known already`,
    summary.reread && `${summary.reread} read anew`,
    summary.reprints && `${summary.reprints} of them copies of others`,
    count(summary.claims, "claim"),
    summary.actors > 0 && count(summary.actors, "new actor"),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
