import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { beforeEach, expect, it, vi } from "vitest";
import { BigTable } from "./BigTable";
import type { GridColumn } from "./column";
import { useLook } from "./useLook";

interface Row {
  id: string;
  name: string;
}

const COLUMNS: readonly GridColumn<Row, "name" | "-name">[] = [
  { id: "id", label: "Id", width: 80, fixed: true, show: ({ id }) => id },
  { id: "name", label: "Name", width: 120, orders: ["name", "-name"], show: ({ name }) => name },
];
const ROWS = Array.from({ length: 5_000 }, (_, number) => ({
  id: `r${number}`,
  name: `name ${number}`,
}));
const told = { open: vi.fn(), more: vi.fn(), order: vi.fn() };

function Shown({ rows = ROWS, hasMore = false }: { rows?: Row[]; hasMore?: boolean }) {
  return (
    <BigTable
      caption="Things"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ id }) => id}
      total={100_000}
      look={useLook("test")}
      order="name"
      onOrder={told.order}
      onOpen={told.open}
      isOpen={({ id }) => id === "r1"}
      card={({ name }) => name}
      cardHeight={100}
      narrow={false}
      hasMore={hasMore}
      more={told.more}
    />
  );
}

function show(props: { rows?: Row[]; hasMore?: boolean } = {}) {
  render(
    <MantineProvider>
      <MemoryRouter>
        <Shown {...props} />
      </MemoryRouter>
    </MantineProvider>,
  );
}

beforeEach(() => {
  vi.clearAllMocks();
  // happy-dom lays nothing out: a screen of ten rows.
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(500);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(800);
});

it("draws only what is in view, and says how many there are", () => {
  show();
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("100001");
  const rows = screen.getAllByRole("row").length;
  expect(rows).toBeGreaterThan(10);
  expect(rows).toBeLessThan(60);
});

it("moves by arrows and opens by Enter", async () => {
  show();
  const [, first] = screen.getAllByRole("row");
  first?.focus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowUp}{Enter}");
  expect(document.activeElement?.getAttribute("aria-rowindex")).toBe("3");
  expect(told.open).toHaveBeenCalledExactlyOnceWith(ROWS[1]);
});

it("opens by a click, and marks what is open", async () => {
  show();
  await userEvent.click(screen.getByText("name 3"));
  expect(told.open).toHaveBeenCalledExactlyOnceWith(ROWS[3]);
  const open = screen.getAllByRole("row", { selected: true });
  expect(open.map((row) => within(row).getByText("r1").textContent)).toEqual(["r1"]);
});

it("sorts by a heading that has an order", async () => {
  show();
  expect(screen.getByRole("columnheader", { name: /Name/ }).getAttribute("aria-sort")).toBe(
    "ascending",
  );
  await userEvent.click(screen.getByRole("button", { name: "Name" }));
  expect(told.order).toHaveBeenCalledExactlyOnceWith("-name");
});

it("asks for the next page only where the end is near", () => {
  show({ hasMore: true });
  expect(told.more).not.toHaveBeenCalled();
  show({ rows: ROWS.slice(0, 30), hasMore: true });
  expect(told.more).toHaveBeenCalled();
});
