import { Button, Chip, Group, Text } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useConflicts } from "@/api";
import { Downloads } from "@/evidence";
import { useFilter } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { count } from "@/words";
import { ConflictCard } from "./ConflictCard";
import { KINDS, type Kind, QUESTIONS } from "./conflictWords";

/** Claims that cannot both hold, side by side. */
export default function Conflicts() {
  const { filter } = useFilter();
  const [about, setAbout] = useAbout();
  const listed = useConflicts(filter, about);
  return (
    <Page title="Conflicts" aside={<Downloads table="conflicts" extra={{ about }} />}>
      <Group gap="xs" justify="space-between">
        <Kinds about={about} onChange={setAbout} />
        <Text size="xs" c="dimmed">
          Nothing is averaged, and nobody is said to be right.
        </Text>
      </Group>
      <Answered asked={listed}>
        {({ rows, total }) => (
          <>
            {rows.length === 0 && <Nothing of="claims that contradict each other" />}
            {rows.map((conflict) => (
              <ConflictCard key={conflict.id} conflict={conflict} />
            ))}
            {listed.hasMore && (
              <Button size="xs" variant="default" loading={listed.isFetching} onClick={listed.more}>
                {count(total - rows.length, "more conflict")}
              </Button>
            )}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Kinds({ about, onChange }: { about: Kind[]; onChange: (about: Kind[]) => void }) {
  return (
    <Chip.Group multiple value={about} onChange={(kinds) => onChange(kinds as Kind[])}>
      <Group gap={6} role="group" aria-label="What they disagree on">
        {KINDS.map((kind) => (
          <Chip key={kind} value={kind} size="xs" variant="outline">
            {QUESTIONS[kind]}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}

const ABOUT = "about";

/** Which kinds are asked for, in the address; none means all. */
function useAbout() {
  const [params, setParams] = useSearchParams();
  const about = KINDS.filter((kind) => params.getAll(ABOUT).includes(kind));
  const set = (kinds: Kind[]) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        written.delete(ABOUT);
        for (const kind of kinds) written.append(ABOUT, kind);
        return written;
      },
      { preventScrollReset: true },
    );
  return [about, set] as const;
}
