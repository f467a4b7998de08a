import { CloseButton, Group, ScrollArea, Stack, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { useExplanations } from "@/api";
import { Answered } from "@/frame";
import { count, Foreign } from "@/words";
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
  const asked = useExplanations(shown.claimIds);
  useHotkeys([["Escape", close]]);
  const what = shown.claimIds.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus goes to the panel whenever it shows other claims.
  useEffect(() => heading.current?.focus(), [what]);
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
        <Answered asked={asked}>
          {(explanations) => (
            <Stack gap="sm" component="ol" className={classes.list}>
              {explanations.map((one) => (
                <li key={one.claim.id}>
                  <ClaimCard explanation={one} />
                </li>
              ))}
            </Stack>
          )}
        </Answered>
      </ScrollArea>
    </>
  );
}

function countWords({ claimIds, total }: Shown): string {
  const all = count(total, "claim");
  return total > claimIds.length ? `the first ${claimIds.length} of ${all}` : all;
}
