import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Shapes } from "@/api";
import { EvidenceProvider } from "@/evidence";
import Conflicts from "@/views/conflicts/Conflicts";
import Profile from "./Profile";

const GUARD: Shapes["Actor"] = {
  id: "actor-1",
  name: "River Guard",
  kind: "armed-group",
  knowledge_id: null,
};
const REED: Shapes["Actor"] = { ...GUARD, id: "actor-2", name: "Reed Front" };
const OTHERS = [1, 2, 3, 4].map((at) => ({ ...REED, id: `actor-other-${at}`, name: `Body ${at}` }));
const REPORT: Shapes["Report"] = {
  article_id: "article-1",
  title: "A town falls",
  publisher: "Wire",
  published: { start: "2031-05-02", end: "2031-05-03", grain: "day" },
  url: "javascript:alert(1)",
  label: "town.txt",
};
const LINES: Shapes["Line"][] = [
  {
    section: "rivals",
    predicate: "rivalry",
    what: "rival of",
    other: "Reed Front",
    other_id: "actor-2",
    since: { start: "2031-05-01", end: "2031-05-02", grain: "day" },
    until: null,
    disputed: true,
    alleged: true,
    reports: 3,
    witnesses: 2,
    claim_id: "claim-1",
    claim_ids: ["claim-1", "claim-2"],
    report: REPORT,
    results: [],
  },
  {
    section: "changes",
    predicate: "merger",
    what: "merged with",
    other: "Reed Front",
    other_id: "actor-2",
    since: { start: "2031-06-01", end: "2031-07-01", grain: "month" },
    until: null,
    disputed: false,
    alleged: false,
    reports: 1,
    witnesses: 1,
    claim_id: "claim-3",
    claim_ids: ["claim-3"],
    report: REPORT,
    results: [{ ...GUARD, id: "actor-3", name: "United Guard" }],
  },
];
const PROFILE: Shapes["Overview"] = {
  actor: GUARD,
  names: ["the Guard"],
  reports: 3,
  witnesses: 2,
  sections: LINES.map((line) => ({
    section: line.section,
    total: line.section === "rivals" ? 30 : 1,
    lines: [{ line, interval: null }],
  })),
  sources: [{ report: REPORT, claim_ids: ["claim-1", "claim-2", "claim-3"] }],
  lineage: [],
};
const CONFLICT: Shapes["Conflict"] = {
  id: "conflict-1",
  kind: "tie",
  predicate: "alliance",
  mode: null,
  source: "actor-1",
  target: "actor-2",
  place: null,
  when: { start: "2031-05-01", end: "2031-05-02", grain: "day" },
  actors: [GUARD, REED],
  names: null,
  sides: [true, false].map((holds) => ({
    holds,
    predicate: "alliance",
    phase: "holds",
    actor: null,
    toll: null,
    when: null,
    weight: holds ? 0.9 : 0.3,
    reports: 1,
    witnesses: 1,
    voices: [
      {
        claim_id: holds ? "claim-1" : "claim-2",
        standing: holds ? "report" : "source",
        speaker: holds ? null : "actor-1",
        stance: holds ? "asserted" : "denied",
        weight: holds ? 0.9 : 0.3,
        confidence: 1,
        rule: holds ? "report" : "own-denial",
        because: holds ? "the report itself, in its own voice" : "its own denial",
        report: REPORT,
      },
    ],
  })),
};
const EMPTY = { rows: [], total: 0, next: null };
const ANSWERS: Record<string, unknown> = {
  "/about": { articles: 3, last_day: "2031-06-01", version: "0.1.0", store: "x.db", edition: "e" },
  "/codebook": { predicates: [], phases: [], stances: [] },
  "/actors/actor-1/overview": PROFILE,
  "/claims": EMPTY,
  "/candidates": {
    rows: [REED, ...OTHERS].map((right) => ({
      left: GUARD,
      right,
      score: 0.8,
      because: ["the same leader"],
    })),
    total: 5,
    next: null,
  },
  "/conflicts": { rows: [CONFLICT], total: 1, next: null },
  "/identity": { decision: { id: "decision-1" }, notes: [] },
  "/undo": { decision: { id: "decision-2" }, notes: [] },
};
let posted: [string, unknown][] = [];
let asked: string[] = [];

beforeEach(() => {
  posted = [];
  asked = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(new URL(request.url).search);
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    if (request.method === "POST") posted.push([path, await request.json()]);
    return Response.json(ANSWERS[path] ?? EMPTY);
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(address: string) {
  const around = (view: React.ReactNode) => <EvidenceProvider>{view}</EvidenceProvider>;
  const router = createMemoryRouter(
    [
      { path: "/actors/:id", element: around(<Profile />) },
      { path: "/conflicts", element: around(<Conflicts />) },
    ],
    { initialEntries: [address] },
  );
  render(
    <MantineProvider>
      <Notifications />
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

test("a line says its doubts, its counts and its source, and opens its evidence", async () => {
  const router = show("/actors/actor-1");
  const rivals = within(await screen.findByRole("region", { name: "Rivals" }));
  for (const words of ["disputed", "alleged", "1 May 2031"]) {
    expect(rivals.getByText(words)).toBeTruthy();
  }
  await userEvent.click(rivals.getByRole("button", { name: /^3 reports, 2 independent/ }));
  expect(router.state.location.search).toContain("evidence=1%2C2");
});

test("a section is asked for whole, and the whole profile to be printed", async () => {
  const print = vi.fn();
  vi.stubGlobal("print", print);
  show("/actors/actor-1");
  await userEvent.click(await screen.findByRole("button", { name: /^29 more lines/ }));
  await waitFor(() => expect(asked.some((one) => one.includes("section=rivals"))).toBe(true));
  expect(print).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole("button", { name: "Print" }));
  await waitFor(() => expect(print).toHaveBeenCalledOnce());
  expect(asked.at(-1)).toContain("lines=100000&reports=100000");
});

test("a merger leads to what came of it", async () => {
  show("/actors/actor-1");
  const link = await screen.findByRole("link", { name: "United Guard" });
  expect(link.getAttribute("href")).toContain("/actors/actor-3");
  expect(link.closest("li")?.textContent).toContain("merged with Reed Front, into United Guard");
});

test("a source whose address is no web address is words, not a link", async () => {
  show("/actors/actor-1");
  const sources = within(await screen.findByRole("region", { name: "Sources" }));
  expect(sources.getByText("javascript:alert(1)").closest("a")).toBeNull();
  expect(sources.getByRole("link", { name: "A town falls" })).toBeTruthy();
});

test("the likeliest candidates are shown, the others when asked for", async () => {
  show("/actors/actor-1");
  expect(await screen.findByRole("link", { name: "Body 2" })).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Body 3" })).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "2 more actors" }));
  expect(screen.getByRole("link", { name: "Body 4" })).toBeTruthy();
});

test("a candidate is decided on, and the decision is taken back", async () => {
  show("/actors/actor-1");
  await userEvent.click(await screen.findByRole("button", { name: "Reed Front is the same" }));
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(posted).toHaveLength(2));
  expect(posted).toMatchObject([
    ["/identity", { verdict: "same", left: "actor-1", right: "actor-2" }],
    ["/undo", { decision: "decision-1" }],
  ]);
});

test("sides stand beside each other, each with its own weight, speakers and reason", async () => {
  show("/conflicts");
  const card = within(await screen.findByRole("article"));
  expect(card.getByRole("region", { name: "alliance: so" }).textContent).toContain("weight 0.90");
  const denial = card.getByRole("region", { name: "alliance: not so" });
  expect(denial.textContent).toContain("River Guard, a party to the tie");
  expect(denial.textContent).toContain("weight 0.30: its own denial");
  expect(denial.textContent).toContain("denied");
});

test("kinds of conflicts are chosen, and the address says so", async () => {
  const router = show("/conflicts");
  await userEvent.click(await screen.findByRole("checkbox", { name: "How many?" }));
  expect(router.state.location.search).toBe("?about=toll");
});
