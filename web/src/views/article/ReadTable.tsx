import { useMemo } from "react";
import { type Column, DataTable } from "@/evidence";
import { LAYER_NAMES, type Read } from "./reads";

/** A read with the words that it stands on. */
interface Row {
  number: number;
  read: Read;
  words: string;
}

const COLUMNS: readonly Column<Row>[] = [
  { key: "at", label: "At", value: ({ read }) => read.span[0] ?? 0, numeric: true },
  { key: "words", label: "Words", value: ({ words }) => words },
  { key: "what", label: "Read as", value: ({ read }) => LAYER_NAMES[read.what] },
  { key: "label", label: "Which", value: ({ read }) => read.label },
  { key: "rule", label: "Rule", value: ({ read }) => read.rule },
];
// A statement may be as long as the article; its beginning tells which it is.
const MOST_LETTERS = 160;

/** The same as the lit text: a row for each stretch that was read as something. */
export function ReadTable({ text, reads }: { text: string; reads: readonly Read[] }) {
  const rows = useMemo(() => rowsOf(text, reads), [text, reads]);
  return (
    <DataTable
      caption="What was read in this report"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ number }) => String(number)}
      evidence={({ read }) => ({
        claimIds: read.what === "claim" && read.id ? [read.id] : [],
        title: read.label,
      })}
    />
  );
}

function rowsOf(text: string, reads: readonly Read[]): Row[] {
  const letters = Array.from(text);
  return reads.map((read, number) => {
    const [start = 0, end = 0] = read.span;
    const words = letters.slice(start, Math.min(end, start + MOST_LETTERS)).join("");
    return { number, read, words: end - start > MOST_LETTERS ? `${words} …` : words };
  });
}
