/** What the picture leaves out, in words. */
import { count, numberWords } from "@/words";
import type { Plan } from "./model/plan";

/** One text a reason: "showing 60 of 73 lanes", "24 holdings of places". */
export function hiddenWords({ lanes, hidden }: Plan): string[] {
  const all = lanes.length + hidden.lanes;
  const reasons: [number, string][] = [
    [hidden.lanes, `${numberWords(hidden.lanes)} of ${count(all, "group")}`],
    [hidden.persons, `lanes of ${count(hidden.persons, "person")}`],
    [hidden.kinds, `${count(hidden.kinds, "relation")} of kinds that are not drawn`],
    [hidden.partyless, `${count(hidden.partyless, "relation")} of parties without a lane`],
    [hidden.weaker, count(hidden.weaker, "less-witnessed relation")],
    [hidden.within, `${count(hidden.within, "relation")} within folded families`],
    [hidden.elsewhere, `${count(hidden.elsewhere, "relation")} to places`],
  ];
  return reasons.filter(([number]) => number > 0).map(([, words]) => words);
}
