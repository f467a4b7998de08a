import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { useCodebook } from "@/api";
import type { Predicate } from "./family";
import { COLOURS, type Scheme } from "./palette";
import { keyOf, type Sign, signsOf, unknownSign } from "./sign";

export interface Signs {
  scheme: Scheme;
  /** All of them, by family and in the order of the codebook. */
  all: readonly Sign[];
  /** The sign of a predicate; a plain one where the codebook does not know it. */
  of: (predicate: string, kind?: Predicate["kind"]) => Sign;
  /** Its colour in the theme of the moment, "#rrggbb". */
  colour: (sign: Sign) => string;
}

const NONE: readonly Predicate[] = [];

/** The signs of the codebook's predicates in the theme of the moment. */
export function useSigns(): Signs {
  const scheme = useComputedColorScheme("light");
  const entries = useCodebook().data?.predicates ?? NONE;
  return useMemo(() => {
    const signs = signsOf(entries);
    return {
      scheme,
      all: [...signs.values()],
      of: (predicate, kind = "relation") =>
        signs.get(keyOf(kind, predicate)) ?? unknownSign(kind, predicate),
      colour: (sign) => COLOURS[scheme][sign.family],
    };
  }, [entries, scheme]);
}
