import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COLOURS, type Sign, signsOf } from "@/signs";
import { inkOf } from "./drawing/ink";
import { hiddenWords } from "./hidden";
import { LanesPicture } from "./LanesPicture";
import type { Choice } from "./model/choice";
import { historyOf, KINDS, told } from "./model/made";
import { type History, planOf } from "./model/plan";
import { stretchWords } from "./model/words";
import { posterSvg } from "./saving/save";
import { parseChoice, writeChoice } from "./useChoice";

const CHOICE: Choice = {
  kinds: new Set(KINDS.keys()),
  persons: false,
  only: [],
  neighbours: false,
  folded: new Set(),
  most: 60,
  mostTies: 400,
};
const SIGNS = signsOf([...KINDS.values()].map((kind) => ({ ...kind, sign: 0 })));
const signOf = (predicate: string) => SIGNS.get(`relation:${predicate}`) as Sign;
const colourOf = (sign: Sign) => COLOURS.light[sign.family];

function shown(history: History) {
  const acts = { onEvidence: vi.fn(), onActor: vi.fn(), onFocus: vi.fn(), onFold: vi.fn() };
  const plan = planOf(history, KINDS, CHOICE);
  render(
    <MantineProvider>
      <LanesPicture {...{ history, plan, signOf, colourOf, ...acts }} scheme="light" />
    </MantineProvider>,
  );
  return acts;
}

const DISPUTED = told("a", "alliance", "b", ["2013-04-08", "2013-06-11"], {
  reports: 3,
  witnesses: 2,
  disputed_by: ["claim-against"],
});

test("a mark says in words what it is, when, and how well it is known; it opens the evidence for and against", async () => {
  const { onEvidence } = shown(historyOf([DISPUTED]));
  const mark = screen.getByRole("button", { name: /^A, alliance of B/ });
  expect(mark.getAttribute("aria-label")).toBe(
    "A, alliance of B. began between 8 Apr and 10 Jun 2013. 3 reports, 2 independent; disputed",
  );
  await userEvent.click(mark);
  expect(onEvidence).toHaveBeenCalledWith(
    [...DISPUTED.relation.claim_ids, "claim-against"],
    "A, alliance of B",
  );
});

test("J goes from mark to mark in the order of time, Enter opens", async () => {
  const history = historyOf([
    told("a", "split", "b", ["2014-01-01", "2014-01-02"]),
    told("a", "alliance", "c", ["2013-01-01", "2013-01-02"]),
  ]);
  const { onEvidence } = shown(history);
  screen.getByRole("region", { name: /^Lanes/ }).focus();
  await userEvent.keyboard("j{Enter}");
  expect(onEvidence).toHaveBeenLastCalledWith(expect.anything(), "A, alliance of C");
  await userEvent.keyboard("j{Enter}");
  expect(onEvidence).toHaveBeenLastCalledWith(expect.anything(), "A, split of B");
});

test("a family is folded by its button, an actor is opened by its name", async () => {
  const { onFold, onActor } = shown(
    historyOf([told("a", "affiliate", "b", ["2013-01-01", "2013-01-02"])]),
  );
  await userEvent.click(screen.getByRole("button", { name: "Family of B: 1 more" }));
  expect(onFold).toHaveBeenCalledWith("b");
  await userEvent.click(screen.getByRole("button", { name: "A" }));
  expect(onActor).toHaveBeenCalledWith("a");
});

test("a saved sheet stands by itself, and strangers' names are only text in it", () => {
  const evil = "<script>alert(1)</script>\u202e";
  const base = historyOf([told("a", "alliance", "b", ["2013-01-01", "2013-01-02"])]);
  const history = { ...base, actors: base.actors.map((one) => ({ ...one, name: evil })) };
  const tell = (stretch: Parameters<typeof stretchWords>[0]) => stretchWords(stretch, () => evil);
  const svg = posterSvg({
    plan: planOf(history, KINDS, CHOICE),
    painting: {
      ink: inkOf("light"),
      signOf,
      colourOf,
      tell,
      onOpen: null,
      onPoint: () => undefined,
    },
    signs: [...SIGNS.values()],
    knownBy: "2020-01-01",
  });
  const sheet = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(sheet.querySelector("script")).toBeNull();
  expect(svg).not.toContain("\u202e");
  expect(svg).not.toMatch(/var\(--|class=|href=/);
  expect(svg).toContain("Reported, not established");
  expect(svg).toContain("1 Jan 2020");
});

test("what is left out is said", () => {
  const history = historyOf([told("person-p", "alliance", "b", ["2013-01-01", "2013-01-02"])]);
  const plan = planOf(history, KINDS, CHOICE);
  expect(hiddenWords(plan)).toEqual(["lanes of 1 person", "1 relation of parties without a lane"]);
  expect(hiddenWords(plan, { groups: 4_952, persons: 2, intervals: 5_466, to_places: 7 })).toEqual([
    "4,952 of 4,953 groups",
    "lanes of 3 persons",
    "5,466 relations of less-witnessed groups",
    "1 relation of parties without a lane",
    "7 relations to places",
  ]);
});

test("what is drawn is kept in the address, and read back from it", () => {
  const patch = {
    kinds: new Set(["alliance", "split"]),
    only: ["a", "b"],
    folded: new Set(["c"]),
    persons: true,
    neighbours: true,
  };
  const written = writeChoice(new URLSearchParams("on=2014-01-01"), patch);
  expect(written.get("on")).toBe("2014-01-01");
  expect(parseChoice(written, KINDS)).toEqual({ ...CHOICE, ...patch });
  const none = writeChoice(written, { kinds: new Set(), only: [], persons: false });
  expect(parseChoice(none, KINDS)).toMatchObject({ kinds: new Set(), only: [], persons: false });
  expect(parseChoice(new URLSearchParams(), KINDS).kinds).toEqual(
    new Set(["affiliate", "alliance", "split", "succession"]),
  );
});
