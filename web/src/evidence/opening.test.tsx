import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { createMemoryRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { describe, expect, it } from "vitest";
import { useFilter } from "@/filter";
import { EvidenceProvider, useEvidence } from "./useEvidence";

function View() {
  const { shown, open, close } = useEvidence();
  const { set } = useFilter();
  return (
    <>
      <button type="button" onClick={() => open(["claim-ab12"], "ally of")}>
        open
      </button>
      <button type="button" onClick={close}>
        close
      </button>
      <button type="button" onClick={() => set({ on: "2014-03-01" })}>
        move
      </button>
      <output>{shown ? `${shown.title}: ${shown.claimIds.join()}` : "nothing"}</output>
    </>
  );
}

function shown(address: string) {
  const element = (
    <EvidenceProvider>
      <View />
    </EvidenceProvider>
  );
  const router = createMemoryRouter([{ path: "*", element }], { initialEntries: [address] });
  render(
    <MantineProvider>
      <RouterProvider router={router} />
    </MantineProvider>,
  );
  return { router, user: userEvent.setup() };
}

const press = (name: string) => screen.getByRole("button", { name });

describe("the evidence", () => {
  it("opens from a link", () => {
    shown("/network?evidence=ab12,cd34&evidence_title=rival+of");
    expect(screen.getByRole("status").textContent).toBe("rival of: claim-ab12,claim-cd34");
  });

  it("gives the focus back to what opened it, and leaves the filter alone", async () => {
    const { router, user } = shown("/network?on=2014-02-10");
    await user.click(press("open"));
    expect(screen.getByRole("status").textContent).toBe("ally of: claim-ab12");
    await user.click(press("close"));
    expect(document.activeElement).toBe(press("open"));
    expect(router.state.location.search).toBe("?on=2014-02-10");
  });

  it("stays open while the filter moves", async () => {
    const { router, user } = shown("/network?evidence=ab12");
    await user.click(press("move"));
    expect(router.state.location.search).toBe("?evidence=ab12&on=2014-03-01");
  });
});
