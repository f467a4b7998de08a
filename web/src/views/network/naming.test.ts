import { describe, expect, test } from "vitest";
import { type Named, namesOf } from "./naming";

const PAGE = { width: 400, height: 300 };
const wide = (text: string) => text.length * 7;
const at = (id: string, x: number, y: number, more: Partial<Named> = {}): Named => ({
  id,
  name: `Name ${id}`,
  x,
  y,
  radius: 6,
  ...more,
});

describe("names", () => {
  test("stand beside their nodes", () => {
    const [name] = namesOf([at("a", 100, 100)], wide, PAGE);
    expect(name).toMatchObject({ text: "Name a", align: "left", y: 100 });
    expect(name?.x).toBeGreaterThan(106);
  });

  test("give way to one another, and are left out where there is no room", () => {
    const crowd = Array.from({ length: 40 }, (_, number) =>
      at(String(number), 150 + (number % 8) * 9, 120 + Math.floor(number / 8) * 9),
    );
    const names = namesOf(crowd, wide, PAGE);
    expect(names.length).toBeLessThan(crowd.length);
    expect(names.length).toBeGreaterThan(0);
  });

  test("of what is pointed at are never left out", () => {
    const crowd = [at("a", 100, 100, { radius: 80 }), at("b", 100, 100, { radius: 80 })];
    const pointed = crowd.map((one) => (one.id === "b" ? { ...one, always: true } : one));
    expect(namesOf(pointed, wide, { width: 200, height: 200 }).map(({ id }) => id)).toContain("b");
  });

  test("keep inside the page and off the lines", () => {
    const [right] = namesOf([at("a", 390, 100)], wide, PAGE);
    expect(right?.align).toBe("right");
    const line = Array.from({ length: 8 }, (_, step) => ({ x: 110 + step * 8, y: 100 }));
    const [off] = namesOf([at("a", 100, 100)], wide, PAGE, line);
    expect(off?.align).toBe("right");
  });

  test("cannot turn what stands around them", () => {
    const [name] = namesOf([at("a", 100, 100, { name: "\u202eevil" })], wide, PAGE);
    expect(name?.text).not.toContain("\u202e");
  });
});
