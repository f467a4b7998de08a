/** Footnotes: which reports the lines of a profile rest on, each report under one number. */
import type { Report, Shapes } from "@/api";

/** What a footnote needs of a line. */
export interface Resting {
  claim_ids: readonly string[];
  /** Where the first of its claims stands. */
  report: Report;
}

/** A report under its number, from 1, and the claims in it that were used. */
export interface Source {
  number: number;
  report: Report;
  claimIds: string[];
}

/**
 * Numbers the reports that lines rest on: first those that the lines cite themselves, in the order of the lines, then all
 * others in the same order. So no number changes when the other reports become known.
 *
 * @param reportOf - where a claim stands, as far as that is known.
 */
export function sourcesOf(
  lines: readonly Resting[],
  reportOf: (claim: string) => Report | undefined,
): Source[] {
  const found = new Map<string, Source>();
  const note = (report: Report, claim?: string) => {
    const known = found.get(report.article_id);
    const source = known ?? { number: found.size + 1, report, claimIds: [] };
    found.set(report.article_id, source);
    if (claim && !source.claimIds.includes(claim)) source.claimIds.push(claim);
  };
  for (const { report } of lines) note(report);
  for (const line of lines) {
    for (const [claim, report] of claimsOf(line, reportOf)) note(report, claim);
  }
  return [...found.values()];
}

/** Where claims stand, as far as answers say so. */
export function reportsOf(answers: readonly Pick<Shapes["Overview"], "sources">[]) {
  const found = new Map(
    answers.flatMap(({ sources }) =>
      sources.flatMap(({ report, claim_ids }) =>
        claim_ids.map((claim) => [claim, report] as const),
      ),
    ),
  );
  return (claim: string) => found.get(claim);
}

/** A footnote of one line: the source, and the line's own claims in it. */
export interface Footnote {
  source: Source;
  claimIds: string[];
}

/** The footnotes of a line by number. */
export function footnotesOf(
  line: Resting,
  sources: readonly Source[],
  reportOf: (claim: string) => Report | undefined,
): Footnote[] {
  const byArticle = new Map(sources.map((source) => [source.report.article_id, source]));
  const notes = new Map<number, Footnote>();
  for (const [claim, report] of claimsOf(line, reportOf)) {
    const source = byArticle.get(report.article_id);
    if (!source) continue;
    const footnote = notes.get(source.number) ?? { source, claimIds: [] };
    footnote.claimIds.push(claim);
    notes.set(source.number, footnote);
  }
  return [...notes.values()].sort((one, other) => one.source.number - other.source.number);
}

/** The claims of a line whose reports are known; its first claim's always is. */
function claimsOf(
  { claim_ids, report, ...line }: Resting & { claim_id?: string },
  reportOf: (claim: string) => Report | undefined,
): [string, Report][] {
  const first = line.claim_id ?? claim_ids[0];
  return claim_ids.flatMap((claim): [string, Report][] => {
    const where = claim === first ? report : reportOf(claim);
    return where ? [[claim, where]] : [];
  });
}
