import { ActionIcon, Alert, Button, Collapse, Group, Text, Tooltip } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconAdjustmentsHorizontal, IconRestore } from "@tabler/icons-react";
import { useCallback } from "react";
import { useAbout } from "@/api";
import { DayInput } from "./DayInput";
import classes from "./FilterBar.module.css";
import {
  ActorField,
  KindsField,
  LeastFields,
  PlaceField,
  PublisherField,
  Switches,
} from "./fields";
import { type Fault, type Filter, narrowed } from "./filter";
import { useHidden } from "./hidden";
import { TimeSlider } from "./TimeSlider";
import { useFilter } from "./useFilter";

/** Which times a view shows: the state of a day, a stretch of days, or neither; "known": nothing but what was known by a day acts there. */
export type Time = "day" | "span" | "none" | "known";

/** The one filter of all views: its days above, all else below. On a narrow page it folds into a button. */
export function FilterBar({ time }: { time: Time }) {
  const { faults } = useFilter();
  return (
    <search aria-label="Filter" className={classes.bar} data-print="no">
      {time === "known" ? (
        <Group gap="xs">
          <KnownBy />
          <Reset />
        </Group>
      ) : (
        <All time={time} />
      )}
      <Faults faults={faults} />
      <HiddenLine />
    </search>
  );
}

function All({ time }: { time: Time }) {
  const { filter } = useFilter();
  const wide = useMediaQuery("(min-width: 48em)", true);
  const [open, { toggle }] = useDisclosure(false);
  return (
    <>
      {time === "day" && <Day />}
      {!wide && <Fold open={open} toggle={toggle} number={narrowed(filter)} />}
      <Collapse expanded={wide || open}>
        <Group gap="xs">
          {time === "span" && <Span />}
          {time !== "day" && <KnownBy />}
          <ActorField />
          <KindsField />
          <LeastFields />
          <PublisherField />
          <PlaceField />
          <Switches />
          <Reset />
        </Group>
      </Collapse>
    </>
  );
}

function Reset() {
  const { filter, reset } = useFilter();
  return (
    <Tooltip label="Reset the filter">
      <ActionIcon
        variant="default"
        size="md"
        aria-label="Reset the filter"
        onClick={reset}
        disabled={isUntouched(filter)}
      >
        <IconRestore size={16} />
      </ActionIcon>
    </Tooltip>
  );
}

function Fold({ open, toggle, number }: { open: boolean; toggle: () => void; number: number }) {
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconAdjustmentsHorizontal size={14} />}
      aria-expanded={open}
      onClick={toggle}
    >
      {number ? `Filter (${number})` : "Filter"}
    </Button>
  );
}

function Day() {
  const { filter, set } = useFilter();
  const about = useAbout().data;
  const change = useCallback(
    (on: string, moving: boolean) => set({ on }, { replace: moving }),
    [set],
  );
  if (!about?.first_day || !about.last_day) return null;
  const value = filter.on ?? about.last_day;
  const [first, last] = [earlier(about.first_day, value), later(about.last_day, value)];
  return (
    <Group gap="xs" align="center" className={classes.day}>
      <DayInput label="On" value={value} onChange={(on) => set({ on })} />
      <TimeSlider first={first} last={last} value={value} onChange={change} />
      <KnownBy />
    </Group>
  );
}

function Span() {
  const { filter, set } = useFilter();
  return (
    <>
      <DayInput
        label="From"
        value={filter.from}
        most={filter.to}
        onChange={(from) => set({ from })}
      />
      <DayInput label="To" value={filter.to} least={filter.from} onChange={(to) => set({ to })} />
    </>
  );
}

function KnownBy() {
  const { filter, set } = useFilter();
  return (
    <DayInput
      label="Known by"
      title="Leave out what was published after this day"
      value={filter.known_by}
      onChange={(known_by) => set({ known_by })}
    />
  );
}

function Faults({ faults }: { faults: Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <Alert color="orange" variant="outline" p="xs" role="alert">
      {faults.map(({ name, value, remedy }) => (
        <Text size="xs" key={name}>
          The address says <bdi>{`${name}=${value}`}</bdi>, which is left out; wanted {remedy}.
        </Text>
      ))}
    </Alert>
  );
}

function HiddenLine() {
  const words = useHidden();
  return (
    <Text size="xs" c="dimmed" role="status" className={classes.hidden}>
      {words.length > 0 && `Not shown: ${words.join(", ")}.`}
    </Text>
  );
}

function isUntouched(filter: Filter): boolean {
  const { on, known_by, from, to } = filter;
  return narrowed(filter) === 0 && !on && !known_by && !from && !to;
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
