import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EvidenceProvider } from "@/evidence";
import { FilterBar, HiddenProvider } from "@/filter";
import Lanes from "./Lanes";
import { actor, historyOf, KINDS, told } from "./model/made";

const DRAWN = historyOf([told("hill", "alliance", "reed", ["2013-01-01", "2013-01-02"])]);
// A group that the answer leaves out until somebody asks for it.
const OTHER = historyOf([...DRAWN.intervals, told("harbour", "alliance", "reed", [null, "2014"])]);
const HIDDEN = { groups: 4_000, persons: 3, intervals: 5_466, to_places: 1_298 };
let asked: URL[] = [];

function answer(url: URL): unknown {
  switch (url.pathname.replace("/api/v1", "")) {
    case "/codebook":
      return { predicates: [...KINDS.values()], phases: [], stances: [] };
    case "/history":
      return { history: url.searchParams.has("keep") ? OTHER : DRAWN, hidden: HIDDEN };
    case "/actors":
      return { rows: [{ actor: actor("harbour", "Harbour Watch") }], total: 1, next: null };
    default:
      return { articles: 3, publishers: [], first_day: null, last_day: null };
  }
}

beforeEach(() => {
  asked = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const url = new URL(request.url);
    asked.push(url);
    return Response.json(answer(url));
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(address = "/lanes") {
  const element = (
    <EvidenceProvider>
      <HiddenProvider>
        <FilterBar time="span" />
        <Lanes />
      </HiddenProvider>
    </EvidenceProvider>
  );
  const router = createMemoryRouter([{ path: "/lanes", element }], { initialEntries: [address] });
  render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return router;
}

const histories = () => asked.filter(({ pathname }) => pathname.endsWith("/history"));

test("the filter bar says how many groups and relations are left out, those to places among them", async () => {
  show();
  const told = await screen.findByText(/^Not shown:/);
  expect(told.textContent).toBe(
    "Not shown: 4,000 of 4,002 groups, lanes of 3 persons," +
      " 5,466 relations of less-witnessed groups, 1,298 relations to places.",
  );
});

test("a group that is left out is found by its name and gets its lane", async () => {
  const router = show();
  expect((await screen.findAllByRole("button", { name: "HILL" })).length).toBe(1);
  expect(screen.queryByRole("button", { name: "HARBOUR" })).toBeNull();
  await userEvent.type(screen.getByRole("combobox", { name: "Only these groups" }), "harb");
  await userEvent.click(await screen.findByRole("option", { name: "Harbour Watch", hidden: true }));
  expect(router.state.location.search).toBe("?lane=harbour");
  await screen.findByRole("button", { name: "HARBOUR" });
  const search = asked.find(({ pathname }) => pathname.endsWith("/actors"));
  expect(search?.searchParams.get("q")).toBe("harb");
  expect(histories().at(-1)?.searchParams.getAll("keep")).toEqual(["harbour"]);
});

test("what is drawn is asked for without places, the table with all", async () => {
  show();
  await screen.findByRole("button", { name: "HILL" });
  expect(histories().map(({ search }) => search)).toEqual(["?places=false"]);
  await userEvent.click(screen.getByRole("radio", { name: "Table" }));
  await waitFor(() => expect(histories()).toHaveLength(2));
  expect(histories().at(-1)?.search).toBe("?limit=100000");
});
