import { Group } from "@mantine/core";
import { FilterLink } from "@/filter";
import type { Predicate } from "./family";
import { SignLine } from "./SignLine";
import { useSigns } from "./useSigns";

interface Props {
  predicate: string;
  kind?: Predicate["kind"];
  /** Without the line before it. */
  bare?: boolean;
}

/** A predicate's name in words, its sign before it; it leads to its definition in the codebook. */
export function PredicateLabel({ predicate, kind = "relation", bare = false }: Props) {
  const sign = useSigns().of(predicate, kind);
  return (
    <Group gap={6} wrap="nowrap" component="span" display="inline-flex">
      {!bare && <SignLine sign={sign} width={30} />}
      <FilterLink to={`/codebook#${anchorOf(kind, predicate)}`} inherit underline="hover">
        {sign.label}
      </FilterLink>
    </Group>
  );
}

/** Where the codebook view tells of a predicate. */
export function anchorOf(kind: Predicate["kind"], predicate: string): string {
  return `${kind}-${predicate}`;
}
