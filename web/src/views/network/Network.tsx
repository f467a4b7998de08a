import { SegmentedControl, Text } from "@mantine/core";
import { useTimeout } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { type Shapes, useCodebook, useNetwork, useTies } from "@/api";
import { TableTwin, useEvidence } from "@/evidence";
import { FilterLink, NO_FILTER, useFilter, useSayHidden } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { useSigns } from "@/signs";
import { count, dayWords, leftOutTotal, leftOutWords, numberWords } from "@/words";
import { BalanceOfDay } from "./BalanceOfDay";
import type { Choice } from "./lighting";
import { NetworkPicture } from "./NetworkPicture";
import { ACTOR_COLUMNS, actorRows, claimsOf, relationColumns } from "./tables";
import type { Tied } from "./usePositions";
import { namesIn, sentenceOf } from "./words";

// Where all ties take longer, the layout begins with the ties of the day, so that there is something to see.
const PATIENCE_MS = 1200;
const EVER = { ...NO_FILTER, alleged: true };
const EGO = "ego";

/** Who stands with, under and against whom on a day. */
export default function Network() {
  const { filter } = useFilter();
  const [ego, setEgo] = useEgo();
  const asked = useNetwork(filter);
  // Where not everybody is shown, an actor's own network is asked for by itself.
  const partly = ego !== undefined && (asked.data?.hidden.actors ?? 0) > 0;
  const own = useNetwork(partly ? { ...filter, actor: ego } : filter);
  const ties = useTiesOfAllTimes();
  const codebook = useCodebook();
  const ready = { ...asked, data: ties && codebook.data && asked.data };
  return (
    <Page title="Network" aside={asked.data && <Day clipped={asked.data} />}>
      <Answered asked={ready}>
        {(clipped) => {
          const network =
            partly && own.data ? joined(clipped.network, own.data.network) : clipped.network;
          const isEmpty = network.relations.length === 0 && network.events.length === 0;
          if (isEmpty) return <Nothing of="relations on this day" />;
          return <Twin network={network} ties={ties ?? []} ego={ego} onEgo={setEgo} />;
        }}
      </Answered>
      <SayHidden clipped={asked.data} />
    </Page>
  );
}

interface TwinProps {
  network: Shapes["Network"];
  ties: readonly Tied[];
  ego: string | undefined;
  onEgo: (id: string | undefined) => void;
}

/** The picture and its tables: of relations, and of actors. */
function Twin({ network, ties, ego, onEgo }: TwinProps) {
  const { open } = useEvidence();
  const signs = useSigns();
  const nameOf = useMemo(() => namesIn(network), [network]);
  const [params] = useSearchParams();
  const of = params.get("of") === "actors" ? "actors" : "relations";
  const day = dayWords(network.on);
  const more = { label: "Balance", show: balance };
  const picture = (
    <NetworkPicture {...{ network, ties, ego, onEgo, more }} onEvidence={open} link={profileLink} />
  );
  const shared = { picture, table: "network" as const, tools: <TableOf of={of} /> };
  if (of === "actors")
    return (
      <TableTwin
        {...shared}
        title={`Actors on ${day}`}
        columns={ACTOR_COLUMNS}
        rows={actorRows(network)}
        rowKey={({ id }) => id}
        evidence={({ relations, name }) => ({ claimIds: claimsOf(relations), title: name })}
      />
    );
  return (
    <TableTwin
      {...shared}
      title={`Relations on ${day}`}
      columns={relationColumns(nameOf)}
      rows={network.relations}
      rowKey={({ id }) => id}
      evidence={(relation) => ({
        claimIds: claimsOf([relation]),
        title: sentenceOf(relation, nameOf, signs),
      })}
    />
  );
}

function balance(choose: (choice: Choice) => void) {
  return <BalanceOfDay choose={choose} />;
}

function profileLink(actorId: string) {
  return (
    <FilterLink to={`/actors/${encodeURIComponent(actorId)}`} size="xs">
      Profile
    </FilterLink>
  );
}

/** Which of the two tables is shown. */
function TableOf({ of }: { of: "actors" | "relations" }) {
  const [params, setParams] = useSearchParams();
  if (params.get("as") !== "table") return null;
  const show = (value: string) =>
    setParams((now) => withParam(now, "of", value === "actors" ? value : undefined), {
      replace: true,
      preventScrollReset: true,
    });
  return (
    <SegmentedControl
      size="xs"
      aria-label="Table of"
      value={of}
      onChange={show}
      data={[
        { value: "relations", label: "Relations" },
        { value: "actors", label: "Actors" },
      ]}
    />
  );
}

function Day({ clipped }: { clipped: Shapes["Clipped"] }) {
  const { on, known_by } = clipped.network;
  const shown = clipped.network.actors.length;
  const all = shown + clipped.hidden.actors;
  return (
    <Text size="xs" c="dimmed">
      {dayWords(on)}, as known by {dayWords(known_by)}
      {all > shown && ` · showing ${numberWords(shown)} of ${numberWords(all)} actors`}
    </Text>
  );
}

/** Tells the filter bar what is not drawn. */
function SayHidden({ clipped }: { clipped: Shapes["Clipped"] | undefined }) {
  useSayHidden(clipped ? hiddenWords(clipped) : []);
  return null;
}

function hiddenWords({ hidden, network }: Shapes["Clipped"]): string[] {
  const { actors, relations, left_out } = { ...hidden, left_out: network.left_out };
  const total = leftOutTotal(left_out);
  return [
    ...(actors > 0
      ? [`${count(actors, "less-witnessed actor")} with ${count(relations, "relation")}`]
      : []),
    ...(total > 0 ? [`${count(total, "claim")} (${leftOutWords(left_out).join(", ")})`] : []),
  ];
}

/** Whose network alone is shown: in the URL, so that it can be linked and the back button leads out of it. */
function useEgo(): [string | undefined, (id: string | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (id: string | undefined) =>
      setParams((now) => withParam(now, EGO, id), { preventScrollReset: true }),
    [setParams],
  );
  return [params.get(EGO) ?? undefined, set];
}

function withParam(params: URLSearchParams, name: string, value: string | undefined) {
  const written = new URLSearchParams(params);
  if (value === undefined) written.delete(name);
  else written.set(name, value);
  return written;
}

/** The ties of all days; undefined while they may still come in time, none where they take too long. */
function useTiesOfAllTimes(): readonly Tied[] | undefined {
  const asked = useTies(EVER);
  const [late, setLate] = useState(false);
  useTimeout(() => setLate(true), PATIENCE_MS, { autoInvoke: true });
  return asked.data ?? (late || asked.error ? NONE : undefined);
}

const NONE: readonly Tied[] = [];

/** A network with the actors, places and relations of another added. */
function joined(one: Shapes["Network"], other: Shapes["Network"]): Shapes["Network"] {
  const both = <Item extends { id: string }>(items: Item[], more: Item[]) => [
    ...new Map([...items, ...more].map((item) => [item.id, item])).values(),
  ];
  return {
    ...one,
    actors: both(one.actors, other.actors),
    places: both(one.places, other.places),
    relations: both(one.relations, other.relations),
  };
}
