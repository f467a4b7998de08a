/** What the claims view asks besides the filter: in the URL, under the names that the API has for it. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { ClaimsAsked } from "@/api";

type Order = NonNullable<ClaimsAsked["sort"]>;

export const ORDERS: Record<Order, string> = {
  "-published": "latest report first",
  published: "earliest report first",
  "-when": "latest in the world first",
  when: "earliest in the world first",
  "-confidence": "surest first",
  confidence: "least sure first",
  predicate: "by what is claimed",
  publisher: "by publisher",
};
export const FIRST: Order = "-published";

/** Values that the API knows; others would be refused. */
const KNOWN = {
  stance: ["asserted", "denied", "alleged", "planned", "threatened", "requested"],
  phase: ["holds", "begins", "ends", "sought", "refused"],
  state: ["open", "accepted", "rejected", "corrected"],
} as const;
type List = keyof typeof KNOWN;
const LISTS = Object.keys(KNOWN) as List[];

/** The same, whole. */
export interface Asked {
  stance: readonly string[];
  phase: readonly string[];
  state: readonly string[];
  q: string;
  sort: Order;
}

/** Reads it off a URL's parameters; what the API does not know is left out. */
export function parseAsked(params: URLSearchParams): Asked {
  const list = (name: List) => {
    const known = new Set<string>(KNOWN[name]);
    return [...new Set(params.getAll(name))].filter((one) => known.has(one));
  };
  const sort = params.get("sort") ?? FIRST;
  return {
    stance: list("stance"),
    phase: list("phase"),
    state: list("state"),
    q: params.get("q")?.trim() ?? "",
    sort: sort in ORDERS ? (sort as Order) : FIRST,
  };
}

/** Writes it into a copy of a URL's parameters; what is as it would be anyway is left out. */
export function writeAsked(asked: Asked, params: URLSearchParams): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const name of LISTS) {
    written.delete(name);
    for (const one of asked[name]) written.append(name, one);
  }
  for (const name of ["q", "sort"] as const) written.delete(name);
  if (asked.q) written.set("q", asked.q);
  if (asked.sort !== FIRST) written.set("sort", asked.sort);
  return written;
}

/** The same as the hook of the API takes it. */
export function queryOf({ q, ...asked }: Asked): ClaimsAsked {
  return { ...(asked as ClaimsAsked), q: q || undefined };
}

/** What is asked, and how to change it. */
export function useAsked() {
  const [params, setParams] = useSearchParams();
  const asked = useMemo(() => parseAsked(params), [params]);
  const set = useCallback(
    (patch: Partial<Asked>) =>
      setParams((now) => writeAsked({ ...parseAsked(now), ...patch }, now), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return { asked, set };
}
