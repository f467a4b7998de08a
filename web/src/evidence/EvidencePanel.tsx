import { Button, CloseButton, Group, ScrollArea, Stack, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import { useExplanations } from "@/api";
import { Answered } from "@/frame";
import { count, Foreign, numberWords } from "@/words";
import { ClaimCard } from "./ClaimCard";
import classes from "./EvidencePanel.module.css";
import { type Shown, useEvidence } from "./useEvidence";

/** The evidence of what was clicked: sentence, speaker, report, date and rule of each claim. Stands beside the picture. */
export function EvidencePanel() {
  const { shown } = useEvidence();
  return shown && <Panel shown={shown} />;
}

function Panel({ shown }: { shown: Shown }) {
  const { close } = useEvidence();
  const heading = useRef<HTMLHeadingElement>(null);
  const [many, setMany] = useState(AT_ONCE);
  useHotkeys([["Escape", close]]);
  const what = shown.claimIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes to the panel whenever it shows other claims.
  useEffect(() => {
    heading.current?.focus();
    setMany(AT_ONCE);
  }, [what]);
  const ids = shown.claimIds.slice(0, many);
  const more = shown.claimIds.length - ids.length;
  return (
    <>
      <Group justify="space-between" wrap="nowrap" align="flex-start" className={classes.head}>
        <Stack gap={0}>
          <Title order={2} size="h5" tabIndex={-1} ref={heading} className={classes.title}>
            <Foreign>{shown.title || "Evidence"}</Foreign>
          </Title>
          <Text size="xs" c="dimmed">
            {countWords(shown)}
          </Text>
        </Stack>
        <CloseButton aria-label="Close the evidence" onClick={close} aria-keyshortcuts="Escape" />
      </Group>
      <ScrollArea className={classes.body} type="auto" viewportProps={{ tabIndex: 0 }}>
        <Stack gap="sm">
          {chunks(ids).map((some) => (
            <Claims key={some.join()} claimIds={some} />
          ))}
          {more > 0 && (
            <Button size="xs" variant="default" onClick={() => setMany(many + AT_ONCE)}>
              {count(Math.min(more, AT_ONCE), "more claim")} of {numberWords(shown.total)}
            </Button>
          )}
        </Stack>
      </ScrollArea>
    </>
  );
}

// What the server explains at once, and what is scrolled through in one go.
const AT_ONCE = 100;

function chunks(ids: readonly string[]): string[][] {
  const starts = Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, at) => at * AT_ONCE);
  return starts.map((start) => ids.slice(start, start + AT_ONCE));
}

function Claims({ claimIds }: { claimIds: readonly string[] }) {
  const asked = useExplanations(claimIds);
  return (
    <Answered asked={asked}>
      {(explanations) => (
        <Stack gap="sm" component="ol" className={classes.list}>
          {explanations.map((one) => (
            <li key={one.claim.id}>
              <ClaimCard explanation={one} />
            </li>
          ))}
          {explanations.length < claimIds.length && (
            <Text component="li" size="sm" c="dimmed">
              {count(claimIds.length - explanations.length, "claim")} of this list not in this
              store: the link is older, or of another one.
            </Text>
          )}
        </Stack>
      )}
    </Answered>
  );
}

function countWords({ claimIds, total }: Shown): string {
  const all = count(total, "claim");
  return total > claimIds.length ? `the first ${claimIds.length} of ${all}` : all;
}
