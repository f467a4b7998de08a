import { Group, Stack, Text } from "@mantine/core";
import { FAMILIES, MEANS, type Predicate } from "./family";
import classes from "./Legend.module.css";
import { PredicateLabel } from "./PredicateLabel";
import { PALE, SignLine } from "./SignLine";
import type { Sign } from "./sign";
import { useSigns } from "./useSigns";

interface Props {
  /** Those that are drawn; all of a kind where it is left out. */
  predicates?: Iterable<string>;
  kind?: Predicate["kind"];
}

/** What colours, dashes and arrowheads mean: one line a predicate that is drawn, by family. */
export function Legend({ predicates, kind = "relation" }: Props) {
  const { all } = useSigns();
  const drawn = predicates && new Set(predicates);
  const shown = all.filter((sign) => sign.kind === kind && (!drawn || drawn.has(sign.predicate)));
  return (
    <section aria-label="Legend" className={classes.legend}>
      {FAMILIES.map((family) => {
        const members = shown.filter((sign) => sign.family === family);
        return members.length > 0 && <FamilyOfSigns key={family} members={members} />;
      })}
      {kind === "relation" && <Notes sign={shown[0]} />}
    </section>
  );
}

function FamilyOfSigns({ members }: { members: Sign[] }) {
  return (
    <Stack gap={2}>
      <Text size="xs" c="dimmed">
        {members[0] && MEANS[members[0].family]}
      </Text>
      {members.map((sign) => (
        <Text size="xs" key={sign.predicate} component="div">
          <PredicateLabel predicate={sign.predicate} kind={sign.kind} />
        </Text>
      ))}
    </Stack>
  );
}

function Notes({ sign }: { sign: Sign | undefined }) {
  if (!sign) return null;
  return (
    <Group gap={6} wrap="nowrap">
      <SignLine sign={sign} width={30} pale />
      <Text size="xs">pale ({Math.round(PALE * 100)} %): disputed, or only alleged</Text>
    </Group>
  );
}
