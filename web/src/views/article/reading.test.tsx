import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EvidenceProvider } from "@/evidence";
import { Reader } from "./Reader";
import type { ArticleRead } from "./reads";
import { ARTICLE } from "./testing";

beforeEach(() => {
  // The claims' rows and the codebook are not what is looked at here; without them labels stand in for them.
  vi.stubGlobal("fetch", () =>
    Promise.resolve(Response.json({ rows: [], total: 0, next: null, predicates: [] })),
  );
  Element.prototype.scrollIntoView = vi.fn();
});
afterEach(() => vi.unstubAllGlobals());

function Address() {
  const { pathname, search } = useLocation();
  return <output aria-label="address">{pathname + search}</output>;
}

function show(article: ArticleRead, address = "/articles/article-1") {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const element = (
    <EvidenceProvider>
      <Reader article={article} />
      <Address />
    </EvidenceProvider>
  );
  const router = createMemoryRouter([{ path: "*", element }], { initialEntries: [address] });
  return render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const address = () => screen.getByRole("status", { name: "address" }).textContent ?? "";
const lit = (container: HTMLElement, selector: string) =>
  [...container.querySelectorAll(`mark${selector}`)].map((mark) => mark.textContent);

test("lights exactly the words of each claim, behind a letter of two units", () => {
  const { container } = show(ARTICLE);
  expect(lit(container, '[data-claims~="claim-a1"]').join("|")).toBe(
    "The |River Guard| attacked Port Amal|killed",
  );
  expect(lit(container, '[data-claims~="claim-b2"]').join("")).toBe("It killed 12");
  expect(lit(container, "[data-under=toll]")).toEqual(["12"]);
  expect(lit(container, "[data-grey]")).toEqual(["Share this"]);
});

test("a layer that is switched off is not lit, and the address says so", async () => {
  const { container } = show(ARTICLE);
  await userEvent.click(screen.getByRole("checkbox", { name: /^claims/ }));
  expect(lit(container, "[data-claims]")).toEqual([]);
  expect(lit(container, "[data-under=actor]")).toEqual(["River Guard"]);
  expect(address()).toContain("hide=claim");
});

test("j and k go from claim to claim, o opens the evidence", async () => {
  const { container } = show(ARTICLE);
  fireEvent.keyDown(document.documentElement, { key: "j", code: "KeyJ" });
  await waitFor(() => expect(address()).toContain("claim=claim-a1"));
  fireEvent.keyDown(document.documentElement, { key: "j", code: "KeyJ" });
  await waitFor(() => expect(address()).toContain("claim=claim-b2"));
  expect(lit(container, "[data-chosen]").join("")).toBe("It killed 12");
  fireEvent.keyDown(document.documentElement, { key: "k", code: "KeyK" });
  await waitFor(() => expect(address()).toContain("claim=claim-a1"));
  fireEvent.keyDown(document.documentElement, { key: "o", code: "KeyO" });
  await waitFor(() => expect(address()).toContain("evidence=a1"));
});

test.each(["?claim=claim-b2", "?claim=b2", "#claim-b2"])("%s chooses a claim", (asked) => {
  const { container } = show(ARTICLE, `/articles/article-1${asked}`);
  expect(lit(container, "[data-chosen]").join("")).toBe("It killed 12");
  const chosen = screen.getByRole("list").querySelector("[aria-current=true]");
  expect(chosen?.textContent).toContain("Assault, alleged");
});

test("the claim of another article chooses nothing", () => {
  const { container } = show(ARTICLE, "/articles/article-1?claim=claim-zz");
  expect(lit(container, "[data-chosen]")).toEqual([]);
});

test("a click on words opens all claims that lie on them", async () => {
  const { container } = show(ARTICLE);
  const killed = [...container.querySelectorAll("mark a")].find(
    (one) => one.textContent === "killed",
  );
  if (!killed) throw new Error("killed is not lit");
  await userEvent.click(killed);
  expect(decodeURIComponent(address())).toContain("evidence=b2,a1");
});

test("pointing at words tells what they were read as, each claim once", async () => {
  const { container } = show(ARTICLE);
  const guard = [...container.querySelectorAll("mark")].find(
    (one) => one.textContent === "River Guard",
  );
  if (!guard) throw new Error("River Guard is not lit");
  fireEvent.pointerEnter(guard);
  const card = await screen.findByRole("tooltip");
  expect(within(card).getByText("assault.attack")).toBeTruthy();
  expect(card.textContent).toContain("actorRiver Guard");
  fireEvent.keyDown(window, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("tooltip")).toBeNull());
});

test("markup in an article is text, and what turns its direction is shown, not obeyed", () => {
  const text =
    "He said <script>alert(1)</script> and \u202eevil\u202c <img src=x onerror=alert(1)>.";
  const { container } = show({ ...ARTICLE, text, marks: [], dateline: null, furniture: [] });
  expect(container.querySelector("script, img")).toBeNull();
  const shown = container.querySelector("p")?.textContent;
  expect(shown).toContain("<script>alert(1)</script>");
  expect(shown).toContain("U+202Eevil");
  expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
});

test("a stretch far below is plain until one comes near, and cannot mislead either", () => {
  const text = `${"A paragraph of some length. ".repeat(10)}\n\n`.repeat(40);
  const { container } = show({ ...ARTICLE, text: `${text}\u202eThe end.`, dateline: null });
  const stretches = [...container.querySelectorAll("p[dir=auto]")];
  expect(stretches[0]?.querySelector("mark")).not.toBeNull();
  const last = stretches.at(-1);
  expect(last?.children).toHaveLength(0);
  expect(last?.textContent).toBe("�The end.");
});

test("an article without claims says so", () => {
  show({ ...ARTICLE, marks: [] });
  expect(screen.getByText("Nothing in this report was read as a claim.")).toBeTruthy();
});

test("as a table every read has its row", () => {
  show(ARTICLE, "/articles/article-1?as=table");
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows).toHaveLength(1 + 9);
  expect(screen.getAllByText("It killed 12", { selector: "td *" })).toHaveLength(2);
});
