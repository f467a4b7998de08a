import type { Column } from "@/evidence";
import type { Signs } from "@/signs";
import { rangeOfPersons } from "@/words";
import { holderWords } from "./HolderMark";
import type { Sight } from "./sights";

/** What the table beside the map says of each place. */
export function columnsOf(signs: Signs): Column<Sight>[] {
  return [
    { key: "name", label: "Place", value: ({ name }) => name },
    { key: "kind", label: "Kind", value: ({ kind }) => kind },
    {
      key: "radius",
      label: "Within km",
      numeric: true,
      value: ({ radiusKm }) => (radiusKm === null ? null : Math.round(radiusKm)),
    },
    { key: "total", label: "Events", numeric: true, value: ({ total }) => total },
    { key: "what", label: "What", value: (sight) => kindsOf(sight, signs) },
    {
      key: "killed",
      label: "Killed",
      numeric: true,
      value: ({ deaths }) => deaths?.low ?? null,
      show: ({ deaths }) =>
        deaths ? unbroken(rangeOfPersons(deaths.low, deaths.high)) : unbroken("no number"),
    },
    { key: "held", label: "Said to be held by", value: (sight) => holderWords(sight) },
  ];
}

/** On one line. */
function unbroken(words: string): string {
  return words.replaceAll(" ", "\u00a0");
}

function kindsOf({ events }: Sight, signs: Signs): string {
  return events
    .map(({ predicate, count }) => `${count} ${signs.of(predicate, "event").label}`)
    .join(", ");
}
