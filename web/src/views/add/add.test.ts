import { expect, it } from "vitest";
import type { Shapes } from "@/api";
import { sizeWords, sorted } from "./files";
import { jobTitle, summaryWords } from "./jobWords";

it("leaves out files that nothing reads, whatever the case of their ends", () => {
  const files = ["a.TXT", "b.pdf", "c.html", ".txt", "noend"].map((name) => ({ name }));
  const { fit, unfit } = sorted(files, ["txt", "html"]);
  expect(fit.map(({ name }) => name)).toEqual(["a.TXT", "c.html"]);
  expect(unfit).toHaveLength(3);
});

it("tells sizes in words", () => {
  expect([999, 12_345, 3_400_000].map(sizeWords)).toEqual(["999 B", "12 kB", "3.4 MB"]);
});

it("tells what came of a job", () => {
  const job = {
    files: ["a.txt", "b.txt"],
    state: "done",
    done: 2,
    total: 2,
    summary: { new: 1, known: 1, reread: 0, reprints: 0, claims: 12, actors: 3, failures: [] },
  } as unknown as Shapes["Job"];
  expect(jobTitle(job)).toBe("a.txt and 1 more");
  expect(summaryWords(job)).toBe("1 new article, 1 known already, 12 claims, 3 new actors.");
});
