import { describe, expect, test } from "vitest";
import { laidOut, placed } from "./layout";
import { INKS } from "./looks";
import { network, relation, signOf } from "./network.fixture";
import { svgOf } from "./saving";
import { sceneOf } from "./scene";
import { linksOf } from "./usePositions";

function saved(actors: string[] = []): Document {
  const shown = network(
    [
      relation("a alliance b"),
      relation("a rivalry c", { disputed_by: ["claim-1"] }),
      relation("b affiliate c", { faded: true }),
      relation("a control place:raqqa"),
    ],
    actors,
  );
  shown.actors = shown.actors.map((actor) =>
    actor.id === "a" ? { ...actor, name: '<script>alert("&")</script>' } : actor,
  );
  const links = linksOf(shown.relations, signOf);
  const ids = [...shown.actors, ...shown.places].map(({ id }) => id);
  const text = svgOf({
    network: shown,
    scene: sceneOf(shown, signOf, { places: true, alone: true }),
    positions: placed(laidOut(links), ids, links),
    looks: { inks: INKS.light, colour: () => "#cf7411" },
  });
  return new DOMParser().parseFromString(text, "image/svg+xml");
}

describe("a saved picture", () => {
  const texts = [...saved(["d"]).querySelectorAll("text")].map((one) => one.textContent);

  test("says what it is", () => {
    expect(texts).toContain("Who stands with, under and against whom on 10 Feb 2014");
    expect(texts).toContain("As known by 6 Jun 2020. Reported, not established.");
  });

  test("explains its lines", () => {
    for (const words of [
      "is allied with",
      "is at odds with",
      "disputed",
      "faded, or day uncertain",
    ])
      expect(texts).toContain(words);
  });

  test("names everybody, as text and nothing else", () => {
    for (const name of ["B", "C", "D", "raqqa", '<script>alert("&")</script>'])
      expect(texts).toContain(name);
    expect(saved().querySelector("script")).toBeNull();
  });

  test("has dashes where the screen has", () => {
    expect(saved().querySelectorAll("[stroke-dasharray]").length).toBeGreaterThan(0);
  });
});
