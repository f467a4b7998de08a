import { Anchor, Group } from "@mantine/core";
import { type Besides, type Table, tableHref } from "@/api";
import { useFilter } from "@/filter";

interface Props {
  table: Table;
  /** What the question takes besides the filter. */
  extra?: Besides;
}

/** What is shown, as CSV and as JSON. */
export function Downloads({ table, extra }: Props) {
  const { filter } = useFilter();
  return (
    <Group gap={8} component="span">
      {(["csv", "json"] as const).map((form) => (
        <Anchor
          key={form}
          size="xs"
          href={tableHref(table, form, filter, extra)}
          download={`allegiance-${table}.${form}`}
        >
          {form.toUpperCase()}
        </Anchor>
      ))}
    </Group>
  );
}
