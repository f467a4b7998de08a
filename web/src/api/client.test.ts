import { afterEach, describe, expect, it, vi } from "vitest";
import { NO_FILTER } from "@/filter/filter";
import { queryOf } from "./answers";
import { get, Trouble } from "./client";
import { tableHref } from "./links";

function answering(body: unknown, status: number) {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    asked.push(request);
    const headers = { "Content-Type": "application/json" };
    return new Response(JSON.stringify(body), { status, headers });
  });
  return asked;
}

async function trouble(): Promise<Trouble> {
  const thrown = await get("/api/v1/about", {}).catch((reason: unknown) => reason);
  expect(thrown).toBeInstanceOf(Trouble);
  return thrown as Trouble;
}

afterEach(() => vi.unstubAllGlobals());

describe("a question", () => {
  it("goes out with the filter's names, and with nothing that is not set", async () => {
    const asked = answering({}, 200);
    const query = queryOf({ ...NO_FILTER, on: "2014-02-10", kind: ["alliance", "rivalry"] });
    await get("/api/v1/network", { params: { query } });
    expect(new URL(asked[0]?.url ?? "").search).toBe("?on=2014-02-10&kind=alliance&kind=rivalry");
  });

  it("that is refused ends in the server's words and its remedy", async () => {
    answering(
      { title: "Not found", detail: "nobody is 'X'", remedy: "ask for Y", status: 404 },
      404,
    );
    const told = await trouble();
    expect([told.title, told.detail, told.remedy, told.status]).toEqual([
      "Not found",
      "nobody is 'X'",
      "ask for Y",
      404,
    ]);
  });

  it("that breaks the server still says what to do", async () => {
    answering("no problem at all", 500);
    expect((await trouble()).remedy).not.toBe("");
  });

  it("that nobody answers says how to start the server", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const told = await trouble();
    expect(told.status).toBe(0);
    expect(told.remedy).toContain("allegiance serve");
  });
});

describe("a download", () => {
  it("is of what is shown", () => {
    const filter = { ...NO_FILTER, on: "2014-02-10", source: ["Gulf & Sahel Wire"] };
    expect(tableHref("network", "csv", filter)).toBe(
      "/api/v1/network.csv?on=2014-02-10&source=Gulf+%26+Sahel+Wire",
    );
    expect(tableHref("claims", "json", NO_FILTER, { sort: "when" })).toBe(
      "/api/v1/claims?sort=when&whole=true",
    );
    expect(tableHref("history", "csv", NO_FILTER)).toBe("/api/v1/history.csv");
    expect(tableHref("history", "json", NO_FILTER)).toBe("/api/v1/history?limit=100000");
  });
});
