import { Checkbox, Text, UnstyledButton } from "@mantine/core";
import { useState } from "react";
import type { Shapes } from "@/api";
import { Foreign, numberWords, safe } from "@/words";
import classes from "./Facets.module.css";

/** One way to narrow a table: values with how many rows have each. */
export interface FacetGroup {
  id: string;
  label: string;
  values: readonly Shapes["Facet"][];
  chosen: readonly string[];
  /** Only one can be chosen at a time. */
  single?: boolean;
  /** The values are words of ours, not of strangers. */
  choose: (values: string[]) => void;
}

// What is seen without asking for more.
const FEW = 7;

/** All of them, one under the other; those without any value are left out. */
export function Facets({ groups }: { groups: readonly FacetGroup[] }) {
  return (
    <div className={classes.facets}>
      {groups
        .filter(({ values, chosen }) => values.length + chosen.length > 0)
        .map((group) => (
          <Group key={group.id} group={group} />
        ))}
    </div>
  );
}

function Group({ group }: { group: FacetGroup }) {
  const { label, chosen, choose } = group;
  const [all, setAll] = useState(false);
  const values = withChosen(group);
  const shown = all ? values : values.slice(0, Math.max(FEW, chosen.length));
  const most = Math.max(1, ...values.map(({ count }) => count));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>
        {label}
        {chosen.length > 0 && (
          <UnstyledButton className={classes.clear} onClick={() => choose([])}>
            clear<span className={classes.hidden}> {label}</span>
          </UnstyledButton>
        )}
      </legend>
      {shown.map((facet) => (
        <Value
          key={facet.value}
          facet={facet}
          share={facet.count / most}
          checked={chosen.includes(facet.value)}
          toggle={() => choose(toggled(group, facet.value))}
        />
      ))}
      {values.length > shown.length && (
        <UnstyledButton className={classes.more} onClick={() => setAll(true)}>
          {numberWords(values.length - shown.length)} more
        </UnstyledButton>
      )}
    </fieldset>
  );
}

interface ValueProps {
  facet: Shapes["Facet"];
  /** Of the most frequent one, 0 to 1. */
  share: number;
  checked: boolean;
  toggle: () => void;
}

function Value({ facet, share, checked, toggle }: ValueProps) {
  return (
    <div className={classes.value}>
      <span className={classes.bar} style={{ width: `${share * 100}%` }} aria-hidden="true" />
      <Checkbox
        size="xs"
        checked={checked}
        onChange={toggle}
        classNames={{ body: classes.check, labelWrapper: classes.wrapper, label: classes.name }}
        label={
          <span title={safe(facet.label)}>
            <Foreign>{facet.label}</Foreign>
          </span>
        }
      />
      <Text size="xs" c="dimmed" className={classes.count}>
        {numberWords(facet.count)}
      </Text>
    </div>
  );
}

/** What is chosen comes first and stays in sight, though nothing may have it any more. */
export function withChosen({ values, chosen }: Pick<FacetGroup, "values" | "chosen">) {
  const known = new Map(values.map((one) => [one.value, one]));
  const first = chosen.map((value) => known.get(value) ?? { value, label: value, count: 0 });
  return [...first, ...values.filter(({ value }) => !chosen.includes(value))];
}

/** What is chosen after a click on a value. */
export function toggled({ chosen, single }: Pick<FacetGroup, "chosen" | "single">, value: string) {
  if (chosen.includes(value)) return chosen.filter((one) => one !== value);
  return single ? [value] : [...chosen, value];
}
