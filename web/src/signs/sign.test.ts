import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { familyOf, OF_CHANGE, OF_RANK, type Predicate } from "./family";
import { keyOf, type Sign, signsOf, unknownSign } from "./sign";

function entry(predicate: string, told: Partial<Predicate>): Predicate {
  const blank = {
    kind: "relation" as const,
    sign: 0,
    directed: true,
    nature: "state",
    sections: [],
  };
  return { predicate, label: predicate, ...blank, ...told };
}

// Names that no ontology has: signs follow from what a codebook says, never from a name.
const CODEBOOK = [
  entry("stands under", { sign: 1, sections: ["above", "below"] }),
  entry("is led by", { sections: ["leaders", "leaders"] }),
  entry("is friends with", { sign: 1, directed: false, sections: ["allies", "allies"] }),
  entry("gives to", {
    sign: 1,
    sections: ["support", "support"],
  }),
  entry("fights", { sign: -1, directed: false, sections: ["rivals", "rivals"] }),
  entry("left", { nature: "change", sections: [OF_CHANGE, OF_CHANGE] }),
  entry("rests with", {
    directed: false,
    sections: ["truces", "truces"],
  }),
  entry("gives to", { kind: "event", sign: null, nature: null }),
];

function sign(predicate: string, kind: Predicate["kind"] = "relation"): Sign {
  const found = signsOf(CODEBOOK).get(keyOf(kind, predicate));
  if (!found) throw new Error(`no sign of ${predicate}`);
  return found;
}

describe("the family of a predicate", () => {
  it("follows from its sign, its nature and its sections", () => {
    expect(CODEBOOK.map(familyOf)).toEqual([
      "belonging",
      "belonging",
      "friend",
      "friend",
      "foe",
      "change",
      "neutral",
      "event",
    ]);
  });
});

describe("the headings that families follow from", () => {
  it.each([...OF_RANK, OF_CHANGE])("are those of a profile: %s", (heading) => {
    expect(readFileSync("../allegiance/records/answer.py", "utf-8")).toContain(`"${heading}"`);
  });
});

describe("the signs of a codebook", () => {
  it("differ in dashes within a family", () => {
    expect(sign("is friends with").dash).not.toEqual(sign("gives to").dash);
    expect(sign("stands under").dash).not.toEqual(sign("is led by").dash);
  });

  it("tell with from against without any colour", () => {
    expect(sign("is friends with").dash).toEqual([]);
    expect(sign("fights").dash).not.toEqual([]);
    expect(sign("fights").head).not.toBe(sign("is friends with").head);
  });

  it("point only where source and target cannot be swapped", () => {
    expect(sign("gives to").arrow).toBe("end");
    expect(sign("is friends with").arrow).toBe("none");
  });

  it("keep a relation and an event of one name apart", () => {
    expect(sign("gives to").family).toBe("friend");
    expect(sign("gives to", "event").family).toBe("event");
  });

  it("are plain for what another edition's codebook does not know", () => {
    expect(unknownSign("relation", "novelty")).toMatchObject({
      family: "neutral",
      label: "novelty",
    });
  });
});
