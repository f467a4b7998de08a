import { Badge, Group, Paper, Text, Title } from "@mantine/core";
import { EvidenceButton } from "@/evidence";
import { FilterLink } from "@/filter";
import { PredicateLabel, useSigns } from "@/signs";
import { Foreign, safe, shareWords, timeWords, toldBy } from "@/words";
import classes from "./Conflicts.module.css";
import { around, type Conflict, partiesOf, QUESTIONS, type Side, sideWords } from "./conflictWords";
import { VoiceLine } from "./VoiceLine";

/** One conflict: what it is about, and a column for each thing that is said. */
export function ConflictCard({ conflict }: { conflict: Conflict }) {
  return (
    <Paper withBorder component="article" aria-labelledby={conflict.id}>
      <Head conflict={conflict} />
      <div className={classes.sides}>
        {conflict.sides.map((side) => (
          <SideColumn
            key={side.voices.map(({ claim_id }) => claim_id).join()}
            {...{ side, conflict }}
          />
        ))}
      </div>
    </Paper>
  );
}

function Head({ conflict }: { conflict: Conflict }) {
  const { id, kind, mode, place, when, source, target } = conflict;
  const actor = source ?? target;
  const [who, whom] = partiesOf(conflict);
  return (
    <header className={classes.head}>
      <div>
        <Title order={2} size="h6" id={id} className={classes.what}>
          <Badge variant="default">{QUESTIONS[kind]}</Badge>
          <Party id={source} name={who} />
          <PredicateLabel predicate={conflict.predicate} kind={kindOf(conflict)} />
          {mode && <span>({mode})</span>}
          <Party id={target} name={whom} />
        </Title>
        <Text size="sm" c="dimmed">
          {place && (
            <>
              in <Foreign>{place}</Foreign>,{" "}
            </>
          )}
          {timeWords(when) || "no day told"}
        </Text>
      </div>
      <Group gap="sm">
        <FilterLink to="/lanes" patch={{ ...around(when), ...(actor && { actor }) }} size="sm">
          Lanes at that time
        </FilterLink>
        <EvidenceButton
          claimIds={conflict.sides.flatMap(claimsOf)}
          title={`${QUESTIONS[kind]} ${safe([who, whom].filter(Boolean).join(", "))}`}
        />
      </Group>
    </header>
  );
}

function Party({ id, name }: { id: string | null; name: string }) {
  if (id === null) return null;
  return (
    <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit>
      <Foreign>{name}</Foreign>
    </FilterLink>
  );
}

function SideColumn({ side, conflict }: { side: Side; conflict: Conflict }) {
  const { label } = useSigns().of(side.predicate, kindOf(conflict));
  const words = sideWords(side, conflict, label);
  return (
    <section
      className={classes.side}
      aria-label={safe(words)}
      data-denied={!side.holds || undefined}
    >
      <Title order={3} size="h5" className={classes.says}>
        <Foreign>{words}</Foreign>
      </Title>
      <Weight weight={side.weight} />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {toldBy(side.reports, side.witnesses)}
        </Text>
        <EvidenceButton claimIds={claimsOf(side)} title={safe(words)} />
      </Group>
      <ul className={classes.voices}>
        {side.voices.map((voice) => (
          <VoiceLine key={voice.claim_id} voice={voice} conflict={conflict} />
        ))}
      </ul>
    </section>
  );
}

/** How much the independent voices of one side weigh together: 0 to 1, as a bar and as a number. */
function Weight({ weight }: { weight: number }) {
  return (
    <div className={classes.weight} title="0 to 1, of all its independent voices together">
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${Math.round(weight * 100)}%` }} />
      </span>
      <Text size="xs">weight {shareWords(weight)}</Text>
    </div>
  );
}

/** Ties are relations and have no mode; what was done, by whom, when and with what toll is an event. */
function kindOf({ kind, sides }: Conflict): "relation" | "event" {
  if (kind === "tie") return "relation";
  return sides.some(({ phase }) => phase !== null) ? "relation" : "event";
}

function claimsOf({ voices }: Side): string[] {
  return voices.map(({ claim_id }) => claim_id);
}
