import { Text, Title } from "@mantine/core";
import type { Shapes } from "@/api";
import { FilterLink } from "@/filter";
import { Foreign, timeWords } from "@/words";
import { Footnotes } from "./Footnotes";
import classes from "./Profile.module.css";
import type { Footnote } from "./sources";

type Stage = Shapes["Stage"];

interface Props {
  profile: Shapes["Overview"];
  notesOf: (stage: Stage) => Footnote[];
}

/** The names that the same body bore one after the other, the oldest first. */
export function Lineage({ profile: { lineage, actor }, notesOf }: Props) {
  if (lineage.length === 0) return null;
  return (
    <section aria-labelledby="lineage">
      <Title order={2} size="h6" id="lineage" className={classes.heading}>
        Lineage
      </Title>
      <ol className={classes.lineage}>
        {lineage.map((stage) => (
          <li key={`${stage.actor_id}:${stage.name}`}>
            <Text size="sm" fw={stage.actor_id === actor.id ? 650 : undefined}>
              {stage.actor_id === actor.id ? (
                <Foreign>{stage.name}</Foreign>
              ) : (
                <FilterLink to={`/actors/${encodeURIComponent(stage.actor_id)}`} inherit>
                  <Foreign>{stage.name}</Foreign>
                </FilterLink>
              )}
            </Text>
            <Text size="xs" c="dimmed">
              {stageWords(stage)}
              <Footnotes notes={notesOf(stage)} claims={1} of={stage.name} />
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}

function stageWords({ since, until }: Stage): string {
  const from = timeWords(since, { point: true });
  const to = timeWords(until, { point: true });
  const words = [from && `began ${from}`, to && `ended ${to}`].filter(Boolean).join(", ");
  return words || "no day told";
}
