/** The fields of the filter bar, each of which reads and writes its part of the one filter. */
import { Group, MultiSelect, NumberInput, Pill, Select, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useAbout, useActors, useClaims, useCodebook, useProfile } from "@/api";
import { safe } from "@/words";
import classes from "./FilterBar.module.css";
import { NO_FILTER } from "./filter";
import { useFilter } from "./useFilter";

// A list to pick from; whoever is not among so many is found by typing.
const OFFERED = 30;
const TYPING_MS = 150;
const NAME_ALONE = { lines: 0 };

/** One actor, found by any of its names. */
export function ActorField() {
  const { filter, set } = useFilter();
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed, TYPING_MS);
  const [wanted, setWanted] = useState(false);
  const asked = useActors(NO_FILTER, { q: words, limit: OFFERED }, { off: !wanted });
  const found = asked.data?.rows ?? [];
  const chosen = useProfile(filter.actor, undefined, NAME_ALONE).data?.actor;
  const offered = found.map(({ actor }) => ({ value: actor.id, label: safe(actor.name) }));
  const isOffered = offered.some(({ value }) => value === filter.actor);
  const data =
    filter.actor && !isOffered
      ? [{ value: filter.actor, label: safe(chosen?.name ?? filter.actor) }, ...offered]
      : offered;
  return (
    <Select
      size="xs"
      w={176}
      aria-label="Actor"
      placeholder="Any actor"
      searchable
      clearable
      data={data}
      // The server has already found them, by other names than the one shown, too.
      filter={({ options }) => options}
      nothingFoundMessage="nobody of that name"
      value={filter.actor ?? null}
      onChange={(actor) => set({ actor: actor ?? undefined })}
      onSearchChange={setTyped}
      onFocus={() => setWanted(true)}
    />
  );
}

/** Predicates, relations and events apart. */
export function KindsField() {
  const { filter, set } = useFilter();
  const entries = useCodebook().data?.predicates ?? [];
  const relations = new Set(entries.filter((one) => one.kind === "relation").map(nameOf));
  // One name may stand for a relation and for an event; the API takes it for both.
  const events = entries.filter((one) => one.kind === "event" && !relations.has(nameOf(one)));
  const option = (name: string) => ({ value: name, label: name });
  return (
    <MultiSelect
      size="xs"
      className={classes.many}
      aria-label="Kinds of relations and events"
      placeholder={filter.kind.length ? undefined : "All kinds"}
      searchable
      clearable
      data={[
        { group: "Relations", items: [...relations].map(option) },
        { group: "Events", items: events.map(nameOf).map(option) },
      ]}
      value={[...filter.kind]}
      onChange={(kind) => set({ kind })}
    />
  );
}

function nameOf(entry: { predicate: string }): string {
  return entry.predicate;
}

/** The least witnesses and the least confidence. */
export function LeastFields() {
  const { filter, set } = useFilter();
  return (
    <>
      <NumberInput
        size="xs"
        w={118}
        aria-label="Least number of independent witnesses"
        title="Independent reports at least; copies and rewrites of one story count once"
        placeholder="Witnesses ≥"
        min={1}
        max={999}
        allowDecimal={false}
        clampBehavior="strict"
        value={filter.min_witnesses ?? ""}
        onChange={(value) => set({ min_witnesses: Number(value) || undefined })}
      />
      <NumberInput
        size="xs"
        w={122}
        aria-label="Least confidence"
        title="0 to 1 at least: the share of such claims that are read right"
        placeholder="Confidence ≥"
        min={0}
        max={1}
        step={0.05}
        decimalScale={2}
        clampBehavior="strict"
        value={filter.min_confidence ?? ""}
        onChange={(value) => set({ min_confidence: Number(value) || undefined })}
      />
    </>
  );
}

/** Publishers of reports. */
export function PublisherField() {
  const { filter, set } = useFilter();
  const known = useAbout().data?.publishers ?? [];
  const values = new Set([...known.map(({ value }) => value), ...filter.source]);
  return (
    <MultiSelect
      size="xs"
      className={classes.many}
      aria-label="Publishers"
      placeholder={filter.source.length ? undefined : "All publishers"}
      searchable
      clearable
      data={[...values].map((value) => ({ value, label: safe(value) }))}
      value={[...filter.source]}
      onChange={(source) => set({ source })}
    />
  );
}

/** The place that was chosen on a map or in a table; there is no list to choose from here. */
export function PlaceField() {
  const { filter, set } = useFilter();
  const { place } = filter;
  const named = useClaims({ ...NO_FILTER, place }, { limit: 1 }, { off: !place });
  if (!place) return null;
  const seen = named.data?.rows[0]?.place;
  const name = seen?.id === place ? seen.name : place.replace(/^name:/, "");
  return (
    <Pill
      withRemoveButton
      removeButtonProps={{ "aria-label": "Any place", "aria-hidden": false, tabIndex: 0 }}
      onRemove={() => set({ place: undefined })}
    >
      place: {safe(name)}
    </Pill>
  );
}

/** What is only alleged, and what nobody has reviewed. */
export function Switches() {
  const { filter, set } = useFilter();
  return (
    <Group gap="sm">
      <Switch
        size="xs"
        label="Alleged"
        title="Show what is only alleged, too"
        checked={filter.alleged}
        onChange={(event) => set({ alleged: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label="Reviewed only"
        title="Only what a reviewer has taken"
        checked={filter.reviewed_only}
        onChange={(event) => set({ reviewed_only: event.currentTarget.checked })}
      />
    </Group>
  );
}
