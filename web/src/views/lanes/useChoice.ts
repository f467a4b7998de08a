/** What the view draws, in the URL, beside the filter. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { Choice } from "./model/choice";
import { drawnAtFirst, type Kind } from "./model/kinds";

// More lanes than these are read by nobody; what is left out is said.
export const MOST_LANES = 60;
// Of more lines nobody could follow one, and the page would take seconds to draw them.
export const MOST_TIES = 400;

const NAMES = { kinds: "draw", only: "lane", folded: "fold" } as const;
const SWITCHES = { persons: "persons", neighbours: "near" } as const;
// "No kind at all" has to be told from "whatever is drawn at first".
const NONE = "none";

/** Reads what is drawn off an address; kinds default to changes, ranks, alliances and rivalries. */
export function parseChoice(params: URLSearchParams, kinds: ReadonlyMap<string, Kind>): Choice {
  const drawn = params.getAll(NAMES.kinds);
  return {
    kinds: drawn.length ? new Set(drawn.filter((kind) => kinds.has(kind))) : drawnAtFirst(kinds),
    only: [...new Set(params.getAll(NAMES.only))],
    folded: new Set(params.getAll(NAMES.folded)),
    persons: params.has(SWITCHES.persons),
    neighbours: params.has(SWITCHES.neighbours),
    most: MOST_LANES,
    mostTies: MOST_TIES,
  };
}

/** Writes a change of it into a copy of an address's parameters. */
export function writeChoice(params: URLSearchParams, patch: Partial<Choice>): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const field of Object.keys(NAMES) as (keyof typeof NAMES)[]) {
    const values = patch[field];
    if (!values) continue;
    written.delete(NAMES[field]);
    for (const value of [...values].sort()) written.append(NAMES[field], value);
    if (field === "kinds" && !written.has(NAMES.kinds)) written.set(NAMES.kinds, NONE);
  }
  for (const field of Object.keys(SWITCHES) as (keyof typeof SWITCHES)[]) {
    if (patch[field] === undefined) continue;
    if (patch[field]) written.set(SWITCHES[field], "1");
    else written.delete(SWITCHES[field]);
  }
  return written;
}

/** What is drawn, and how to change it. */
export function useChoice(kinds: ReadonlyMap<string, Kind>) {
  const [params, setParams] = useSearchParams();
  const names = [...Object.values(NAMES), ...Object.values(SWITCHES)];
  const told = names.map((name) => params.getAll(name).join(" ")).join("&");
  // biome-ignore lint/correctness/useExhaustiveDependencies: other parameters change often and are no matter here.
  const choice = useMemo(() => parseChoice(params, kinds), [told, kinds]);
  const change = useCallback(
    (patch: Partial<Choice>) =>
      setParams((now) => writeChoice(now, patch), { preventScrollReset: true }),
    [setParams],
  );
  return { choice, change };
}
