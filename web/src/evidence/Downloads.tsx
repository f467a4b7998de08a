import { Anchor, Group } from "@mantine/core";
import { type Besides, type Table, tableHref } from "@/api";
import { type Filter, useFilter } from "@/filter";

interface Props {
  table: Table;
  /** Where it is not the one of the address. */
  filter?: Filter;
  /** What the question takes besides the filter. */
  extra?: Besides;
}

/** What is shown, as CSV and as JSON. */
export function Downloads({ table, extra, filter }: Props) {
  const written = useFilter().filter;
  return (
    <Group gap={8} component="span">
      {(["csv", "json"] as const).map((form) => (
        <Anchor
          key={form}
          size="xs"
          href={tableHref(table, form, filter ?? written, extra)}
          download={`allegiance-${table}.${form}`}
        >
          {form.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
