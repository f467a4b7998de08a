import type { Codebook, Shapes } from "@/api";
import type { Filter, Filtering } from "@/filter";
import type { FacetGroup } from "@/tables";
import type { Asked } from "./asked";
import { STATES } from "./columns";

type Facet = Shapes["Facet"];

/** What narrows the claims: the filter's own fields, and those of this view. */
export function claimFacets(
  facets: Shapes["ClaimFacets"],
  codebook: Codebook | undefined,
  { filter, set }: Filtering,
  { asked, set: ask }: { asked: Asked; set: (patch: Partial<Asked>) => void },
): FacetGroup[] {
  const named = (values: readonly Facet[], labels: Readonly<Record<string, string>>) =>
    values.map((one) => ({ ...one, label: labels[one.value] ?? one.label }));
  const meanings = (all: Codebook["stances"] = []) =>
    Object.fromEntries(all.map(({ name, label }) => [name, label]));
  return [
    {
      id: "predicate",
      label: "What is claimed",
      values: facets.predicate,
      chosen: filter.kind,
      choose: (kind) => set({ kind }),
    },
    {
      id: "actor",
      label: "Actor",
      values: facets.actor,
      chosen: filter.actor ? [filter.actor] : [],
      single: true,
      choose: ([actor]) => set({ actor }),
    },
    {
      id: "year",
      label: "Year in the world",
      values: [...facets.year].sort((one, other) => Number(other.value) - Number(one.value)),
      chosen: yearOf(filter),
      single: true,
      choose: ([year]) => set(daysOf(year)),
    },
    {
      id: "stance",
      label: "Stance",
      values: named(facets.stance, meanings(codebook?.stances)),
      chosen: asked.stance,
      choose: (stance) => ask({ stance }),
    },
    {
      id: "phase",
      label: "Phase",
      values: named(facets.phase, meanings(codebook?.phases)),
      chosen: asked.phase,
      choose: (phase) => ask({ phase }),
    },
    {
      id: "state",
      label: "Review",
      values: named(facets.state, STATES),
      chosen: asked.state,
      choose: (state) => ask({ state }),
    },
    {
      id: "publisher",
      label: "Publisher",
      values: facets.publisher,
      chosen: filter.source,
      choose: (source) => set({ source }),
    },
    {
      id: "place",
      label: "Place",
      values: facets.place,
      chosen: filter.place ? [filter.place] : [],
      single: true,
      choose: ([place]) => set({ place }),
    },
  ];
}

/** The year whose days are chosen, first to last; none where other days are, or all. */
export function yearOf({ from, to }: Pick<Filter, "from" | "to">): string[] {
  const year = from?.slice(0, 4);
  return year && from === `${year}-01-01` && to === `${year}-12-31` ? [year] : [];
}

/** Its days, as the filter has them; all days without a year. */
export function daysOf(year: string | undefined): Pick<Filter, "from" | "to"> {
  return year ? { from: `${year}-01-01`, to: `${year}-12-31` } : { from: undefined, to: undefined };
}
