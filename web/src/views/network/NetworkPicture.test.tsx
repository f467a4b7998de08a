import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { expect, test, vi } from "vitest";
import { EvidenceProvider } from "@/evidence";
import { NetworkPicture } from "./NetworkPicture";
import { network, PREDICATES, relation } from "./network.fixture";

// There is no WebGL here, so the table stands where the picture would; the lists are the same.
const SHOWN = network(
  [
    relation("a alliance b", { disputed_by: ["claim-against"] }),
    relation("a rivalry c", { faded: true }),
    relation("d alliance c"),
  ],
  ["e"],
);

function show() {
  const queries = new QueryClient();
  queries.setQueryDefaults(["codebook"], { staleTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(["codebook"], { predicates: PREDICATES, phases: [], stances: [] });
  const calls = { onEgo: vi.fn(), onEvidence: vi.fn() };
  render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <MemoryRouter>
          <EvidenceProvider>
            <NetworkPicture network={SHOWN} {...calls} link={(id) => <a href={id}>Profile</a>} />
          </EvidenceProvider>
        </MemoryRouter>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...calls, user: userEvent.setup() };
}

test("where nothing can be drawn, it says why and shows the table", async () => {
  show();
  expect(await screen.findByText("This browser cannot draw the network")).toBeTruthy();
  expect(screen.getByRole("table")).toBeTruthy();
});

test("arrow keys choose an actor, whose card leads to its profile and its claims", async () => {
  const { user, onEvidence } = show();
  screen.getByRole("listbox", { name: "Actors and places" }).focus();
  await user.keyboard("{ArrowDown}");
  const card = screen.getByRole("region", { name: "Chosen" });
  expect(within(card).getByText("A")).toBeTruthy();
  expect(within(card).getByText("Profile").getAttribute("href")).toBe("a");
  await user.click(within(card).getByText("3 claims"));
  expect(onEvidence).toHaveBeenCalledWith(
    ["claim-a alliance b", "claim-against", "claim-a rivalry c"],
    "A",
  );
});

test("Enter on an actor asks for its ties alone; letters find it", async () => {
  const { user, onEgo } = show();
  screen.getByRole("listbox", { name: "Actors and places" }).focus();
  await user.keyboard("d{Enter}");
  expect(onEgo).toHaveBeenCalledWith("d");
});

test("Enter on a relation opens its evidence, those against it included", async () => {
  const { user, onEvidence } = show();
  await user.click(screen.getByText("Relations 3"));
  screen.getByRole("listbox", { name: "Relations" }).focus();
  await user.keyboard("{Home}{Enter}");
  expect(onEvidence).toHaveBeenCalledWith(
    ["claim-a alliance b", "claim-against"],
    "A is allied with B",
  );
});

test("actors without ties are counted, and drawn when asked for", async () => {
  const { user } = show();
  expect(screen.getByText(/1 without ties not drawn/)).toBeTruthy();
  await user.click(screen.getByLabelText("Actors without ties"));
  expect(screen.getByText("Actors 5")).toBeTruthy();
});
