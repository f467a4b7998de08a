import { Button, Menu, SegmentedControl } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { DENSITIES, type GridColumn } from "./column";
import { type Look, shownOf } from "./useLook";

interface Props {
  columns: readonly GridColumn<never>[];
  look: Look;
}

/** Which columns a table shows, and how much room its rows have. */
export function TableTools({ columns, look }: Props) {
  const shown = shownOf(columns, look);
  const choosable = columns.filter(({ fixed }) => !fixed);
  return (
    <Menu position="bottom-end" closeOnItemClick={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconColumns size={14} />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Columns</Menu.Label>
        {choosable.map(({ id, label }) => (
          <Menu.CheckboxItem
            key={id}
            checked={shown[id] ?? false}
            onChange={(on) => look.set({ shown: { ...look.shown, [id]: on } })}
          >
            {label}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={look.reset}>As they were</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** How much room its rows have. */
export function DensityTool({ look }: { look: Look }) {
  return (
    <SegmentedControl
      size="xs"
      aria-label="Room of a row"
      value={look.density}
      onChange={(density) => look.set({ density })}
      data={[...DENSITIES]
        .sort((one, other) => one.height - other.height)
        .map(({ name }) => ({ value: name, label: name }))}
    />
  );
}
