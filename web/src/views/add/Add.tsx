import { SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { Page } from "@/frame";
import { DropFiles } from "./DropFiles";
import { Jobs } from "./Jobs";
import { PasteText } from "./PasteText";

/** Drop files or paste a text, and see what is read in it. */
export default function Add() {
  const [begun, setBegun] = useState<readonly string[]>([]);
  const begin = (job: string) => setBegun((now) => [job, ...now]);
  return (
    <Page title="Add reports">
      <Text size="sm" c="dimmed">
        Reports are read on this machine; nothing is sent anywhere. What the store holds already is
        not added again.
      </Text>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" maw={1200}>
        <Stack gap="sm" component="section" aria-labelledby="add-files">
          <Title order={2} size="h5" id="add-files">
            Files
          </Title>
          <DropFiles onBegin={begin} />
        </Stack>
        <Stack gap="sm" component="section" aria-labelledby="add-text">
          <Title order={2} size="h5" id="add-text">
            A text
          </Title>
          <PasteText onBegin={begin} />
        </Stack>
      </SimpleGrid>
      <Jobs begun={begun} />
    </Page>
  );
}
