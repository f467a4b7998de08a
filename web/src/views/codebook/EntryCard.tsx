import { Anchor, Badge, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { Entry } from "@/api";
import { FilterLink } from "@/filter";
import { anchorOf, SignLine, useSigns } from "@/signs";
import classes from "./Codebook.module.css";

/** One predicate. */
export function EntryCard({ entry }: { entry: Entry }) {
  const sign = useSigns().of(entry.predicate, entry.kind);
  const anchor = anchorOf(entry.kind, entry.predicate);
  return (
    <Paper
      withBorder
      p="md"
      component="article"
      id={anchor}
      tabIndex={-1}
      aria-labelledby={`${anchor}-name`}
      className={classes.entry}
    >
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Group gap={8}>
            <SignLine sign={sign} />
            <Title order={3} size="h6" id={`${anchor}-name`}>
              {entry.label}
            </Title>
          </Group>
          <Anchor size="xs" href={`#${anchor}`} aria-label={`Link to ${entry.label}`}>
            {entry.predicate}
          </Anchor>
        </Group>
        <Text size="sm">{entry.definition}</Text>
        <Text size="sm" fs="italic" className={classes.example}>
          {entry.example}
        </Text>
        <Roles entry={entry} />
        <Codes entry={entry} />
        {entry.modes.length > 0 && <Modes entry={entry} />}
        <FilterLink to="/claims" patch={{ kind: [entry.predicate] }} size="xs">
          Claims of this kind
        </FilterLink>
      </Stack>
    </Paper>
  );
}

function Roles({ entry }: { entry: Entry }) {
  return (
    <Text size="xs" c="dimmed">
      {entry.roles.join("; ")}
      {entry.directed ? "" : "; source and target may be swapped"}
    </Text>
  );
}

/** What others call it: PLOVER and CAMEO for events; phases and nature for relations. */
function Codes({ entry }: { entry: Entry }) {
  return (
    <Group gap={4}>
      {entry.plover && <Badge variant="default">PLOVER {entry.plover}</Badge>}
      {entry.cameo && <Badge variant="default">CAMEO {entry.cameo}</Badge>}
      {entry.nature && (
        <Badge variant="default">{entry.nature === "state" ? "lasts" : "happens once"}</Badge>
      )}
      {entry.phases.map((phase) => (
        <Badge variant="outline" key={phase}>
          {phase}
        </Badge>
      ))}
    </Group>
  );
}

function Modes({ entry }: { entry: Entry }) {
  return (
    <details>
      <summary className={classes.modes}>{`${entry.modes.length} modes`}</summary>
      <dl className={classes.meanings}>
        {entry.modes.map(({ name, label, definition }) => (
          <div key={name}>
            <dt>{label}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
