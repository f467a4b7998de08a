/** What the picture leaves out, in words. */
import type { Shapes } from "@/api";
import { count, numberWords } from "@/words";
import type { Plan } from "./model/plan";

type Unshown = Shapes["Unshown"];
const NOTHING: Unshown = { groups: 0, persons: 0, intervals: 0, to_places: 0 };

/**
 * One text a reason: "13 of 73 groups", "24 relations to places".
 *
 * @param beyond - what the history has besides the groups that it is of.
 */
export function hiddenWords({ lanes, hidden }: Plan, beyond = NOTHING): string[] {
  const groups = hidden.lanes + beyond.groups;
  const persons = hidden.persons + beyond.persons;
  const elsewhere = hidden.elsewhere + beyond.to_places;
  const reasons: [number, string][] = [
    [groups, `${numberWords(groups)} of ${count(lanes.length + groups, "group")}`],
    [persons, `lanes of ${count(persons, "person")}`],
    [beyond.intervals, `${count(beyond.intervals, "relation")} of less-witnessed groups`],
    [hidden.kinds, `${count(hidden.kinds, "relation")} of kinds that are not drawn`],
    [hidden.partyless, `${count(hidden.partyless, "relation")} of parties without a lane`],
    [hidden.weaker, count(hidden.weaker, "less-witnessed relation")],
    [hidden.within, `${count(hidden.within, "relation")} within folded families`],
    [elsewhere, `${count(elsewhere, "relation")} to places`],
  ];
  return reasons.filter(([number]) => number > 0).map(([, words]) => words);
}
