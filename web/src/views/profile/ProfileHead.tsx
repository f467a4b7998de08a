import { Badge, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Shapes } from "@/api";
import { FilterLink } from "@/filter";
import { count, Foreign, toldBy } from "@/words";
import classes from "./Profile.module.css";

// As many names as one reads before one skips them.
const NAMES = 8;

/** What it is called, what it is, who tells of it, and where else to look. */
export function ProfileHead({ profile }: { profile: Shapes["Overview"] }) {
  const { actor, reports, witnesses } = profile;
  return (
    <Stack gap={6}>
      <Group gap="xs">
        <Badge variant="default">{actor.kind}</Badge>
        <Text size="sm">Named in {toldBy(reports, witnesses)}</Text>
        {actor.knowledge_id && (
          <Text size="sm" c="dimmed">
            in the list of actors as <Foreign>{actor.knowledge_id}</Foreign>
          </Text>
        )}
      </Group>
      <Names names={profile.names} />
      <nav aria-label="The same actor elsewhere" data-print="no">
        <Group gap="sm">
          {ELSEWHERE.map(([to, label]) => (
            <FilterLink key={to} to={to} patch={{ actor: actor.id }} size="sm">
              {label}
            </FilterLink>
          ))}
        </Group>
      </nav>
    </Stack>
  );
}

const ELSEWHERE = [
  ["/network", "In the network"],
  ["/lanes", "Along time"],
  ["/map", "On the map"],
  ["/claims", "All claims"],
  ["/events", "All events"],
  ["/conflicts", "Conflicts"],
] as const;

function Names({ names }: { names: readonly string[] }) {
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  const more = names.length - NAMES;
  const later = more > 0 && !all ? classes.printed : undefined;
  return (
    <Text size="sm">
      <Text span c="dimmed" inherit>
        Also called{" "}
      </Text>
      <Listed names={names.slice(0, NAMES)} />
      {more > 0 && (
        <>
          <span className={later}>
            , <Listed names={names.slice(NAMES)} />
          </span>{" "}
          <button
            type="button"
            className={classes.more}
            data-print="no"
            aria-expanded={all}
            onClick={() => setAll(!all)}
          >
            {all ? "fewer" : count(more, "more name")}
          </button>
        </>
      )}
    </Text>
  );
}

function Listed({ names }: { names: readonly string[] }) {
  return names.map((name, number) => (
    <span key={name}>
      {number > 0 && ", "}
      <Foreign>{name}</Foreign>
    </span>
  ));
}
