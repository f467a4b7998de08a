import { expect, it } from "vitest";
import type { Shapes } from "@/api";
import { runsOf, undoable } from "./runs";

function decided(number: number, made_at: string, by = "Mara", verdict = "rejected") {
  const decision = { id: `decision-${number}`, by, made_at, because: "", choice: { verdict } };
  return { decision, state: "stands", by: [] } as unknown as Shapes["Standing"];
}

it("takes decisions of one act together, by their microseconds", () => {
  const rows = [
    decided(1, "2020-01-01T12:00:00.000002+00:00"),
    decided(2, "2020-01-01T12:00:00.000001+00:00"),
    decided(3, "2020-01-01T12:00:00.000000+00:00", "Aaron"),
    decided(4, "2020-01-01T11:59:59.999999+00:00", "Aaron", "accepted"),
    decided(5, "2020-01-01T11:59:59.999000+00:00", "Aaron", "accepted"),
  ];
  expect(runsOf(rows).map((run) => run.members.length)).toEqual([2, 1, 1, 1]);
});

it("takes back only what nobody has taken back", () => {
  const undone = { ...decided(2, "2020-01-01T12:00:00.000001+00:00"), state: "undone" as const };
  const [run] = runsOf([decided(1, "2020-01-01T12:00:00.000002+00:00"), undone]);
  expect(run && undoable(run)).toEqual(["decision-1"]);
});
