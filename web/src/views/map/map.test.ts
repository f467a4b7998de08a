import { describe, expect, it } from "vitest";
import type { Codebook, Relation, Shapes } from "@/api";
import { indexOf, marksIn } from "./clusters";
import { groupCounts, groupOfCode } from "./groups";
import { fitting } from "./labels";
import { HOLDERS, holderColours, OTHERS } from "./look";
import { isDisputed, sightsOf } from "./sights";
import { vagueness } from "./world";

type Row = Shapes["PlaceRow"];

function place(id: string, patch: Partial<Row> = {}): Row {
  return {
    place: { id, name: id, country: null, latitude: 36, longitude: 37 },
    kind: "city",
    radius_km: 15,
    events: [],
    deaths: null,
    controls: [],
    claim_ids: [],
    ...patch,
  };
}

function control(source: string, patch: Partial<Relation> = {}): Relation {
  return {
    id: source,
    source,
    claim_ids: [`claim-${source}`],
    disputed_by: [],
    ...patch,
  } as Relation;
}

function seen(places: Row[], names: string[] = []): Shapes["PlacesSeen"] {
  const actors = names.map((id) => ({
    id,
    name: id.toUpperCase(),
    kind: "group",
    knowledge_id: null,
  }));
  return { places, unplaced: 0, actors } as Shapes["PlacesSeen"];
}

describe("groups of events", () => {
  it.each([
    ["03", "words-with"],
    ["06", "deeds-with"],
    ["13", "words-against"],
    ["14", "deeds-against"],
    ["20", "deeds-against"],
    [null, "other"],
    ["21", "other"],
  ])("CAMEO %s is %s", (code, group) => {
    expect(groupOfCode(code)).toBe(group);
  });

  it("takes the codes from the codebook, of events alone", () => {
    const predicates = [
      { kind: "relation", predicate: "support", cameo: null },
      { kind: "event", predicate: "support", cameo: "05" },
      { kind: "event", predicate: "assault", cameo: "19" },
    ];
    const events = [
      { predicate: "support", count: 2 },
      { predicate: "assault", count: 3 },
      { predicate: "unheard", count: 1 },
    ];
    expect(groupCounts(events, { predicates } as unknown as Codebook)).toEqual({
      "words-with": 2,
      "deeds-against": 3,
      other: 1,
    });
  });
});

describe("sights", () => {
  it("brings events of the days and holders of the day together", () => {
    const done = seen([
      place("raqqa", { events: [{ predicate: "assault", count: 5 }], claim_ids: ["claim-x"] }),
      place("mosul", { controls: [control("old")] }),
    ]);
    const held = seen([place("raqqa", { controls: [control("is")] })], ["is"]);
    const sights = sightsOf(done, held);
    expect(sights).toHaveLength(1);
    expect(sights[0]).toMatchObject({ id: "raqqa", total: 5, claimIds: ["claim-x", "claim-is"] });
    expect(sights[0]?.holders[0]?.name).toBe("IS");
  });

  it("does not take the events near the day for those of the days asked for", () => {
    const near = place("raqqa", {
      events: [{ predicate: "assault", count: 5 }],
      controls: [control("is")],
    });
    expect(sightsOf(seen([]), seen([near], ["is"]))[0]).toMatchObject({ total: 0, events: [] });
  });

  it("is disputed where several hold it, or a report speaks against one", () => {
    const of = (...controls: Relation[]) => sightsOf(seen([]), seen([place("a", { controls })]))[0];
    const [one, two, doubted] = [
      of(control("a")),
      of(control("a"), control("b")),
      of(control("a", { disputed_by: ["claim-9"] })),
    ];
    expect([one, two, doubted].map((sight) => sight && isDisputed(sight))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe("clusters", () => {
  const spots = [
    { id: "a", point: [37, 36] as [number, number], counts: { "deeds-against": 3 } },
    { id: "b", point: [37.1, 36.1] as [number, number], counts: { "words-with": 1 } },
    { id: "c", point: [-4, 16] as [number, number], counts: { "deeds-against": 2 } },
  ];
  const world: [number, number, number, number] = [-180, -85, 180, 85];

  it("puts near places together, sums their events, and says where they come apart", () => {
    const [several, one] = marksIn(indexOf(spots), world, 3);
    expect(several).toMatchObject({
      id: null,
      places: 2,
      total: 4,
      counts: { "deeds-against": 3, "words-with": 1 },
    });
    expect(one).toMatchObject({ id: "c", total: 2, opensAt: null });
    const zoom = several?.opensAt ?? 0;
    expect(marksIn(indexOf(spots), world, zoom)).toHaveLength(3);
  });
});

it("writes no name over another, those that come first being preferred", () => {
  const wanted = [
    { key: "a", text: "Aleppo", x: 100, y: 100 },
    { key: "b", text: "Idlib", x: 110, y: 105 },
    { key: "c", text: "Raqqa", x: 300, y: 100 },
  ];
  expect([...fitting(wanted, [], 800)]).toEqual(["a", "c"]);
  expect([...fitting(wanted, [{ x: 300, y: 110, radius: 4 }], 800)]).toEqual(["a"]);
  expect([...fitting(wanted, [], 310)]).toEqual(["a"]);
});

it("gives colours to those who hold most, and one to all others", () => {
  const many = Array.from({ length: 8 }, (_, number) => ({ id: `actor-${number}` }));
  const colours = holderColours([...many, { id: "actor-7" }]);
  expect(colours.get("actor-7")).toBe(HOLDERS[0]);
  expect([...colours.values()].filter((one) => one === OTHERS)).toHaveLength(8 - HOLDERS.length);
});

it("draws a circle as wide as a place is vague, none where nobody knows", () => {
  const [sight] = sightsOf(
    seen([place("a", { events: [{ predicate: "aid", count: 1 }] })]),
    seen([]),
  );
  if (!sight) throw new Error("no sight");
  const { features } = vagueness([sight, { ...sight, point: null }, { ...sight, radiusKm: null }]);
  expect(features).toHaveLength(1);
  const ring = (features[0] as GeoJSON.Feature<GeoJSON.Polygon>).geometry.coordinates[0] ?? [];
  const north = Math.max(...ring.map(([, latitude]) => latitude ?? 0));
  expect((north - 36) * 111.19).toBeCloseTo(15, 0);
});
