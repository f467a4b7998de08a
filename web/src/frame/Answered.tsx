import { Alert, Button, Center, Code, Loader, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Trouble } from "@/api";

/** As much of a question as is needed to show where it stands; what every hook of `@/api` returns. */
export interface Asked<Data> {
  data: Data | undefined;
  error: Error | null;
  refetch: () => unknown;
}

interface Props<Data> {
  asked: Asked<Data>;
  children: (data: Data) => ReactNode;
}

/** The answer to a question once it is there; before, that it is on its way; otherwise what went wrong and what to do. */
export function Answered<Data>({ asked, children }: Props<Data>) {
  const { data, error, refetch } = asked;
  if (error) return <TroubleShown error={error} retry={refetch} />;
  if (data === undefined) return <Waiting />;
  return children(data);
}

/** A sign that something is on its way. */
export function Waiting() {
  return (
    <Center mih="12rem" role="status" aria-label="Loading">
      <Loader size="sm" type="dots" color="gray" />
    </Center>
  );
}

/** An error with its remedy. */
export function TroubleShown({ error, retry }: { error: Error; retry?: () => unknown }) {
  const trouble = error instanceof Trouble ? error : null;
  return (
    <Alert
      color="red"
      variant="outline"
      m="md"
      role="alert"
      title={trouble?.title ?? "This went wrong"}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          <bdi>{trouble ? trouble.detail : error.message}</bdi>
        </Text>
        {trouble?.remedy && <Text size="sm">{trouble.remedy}</Text>}
        {trouble && trouble.candidates.length > 0 && (
          <Code block>{trouble.candidates.join("\n")}</Code>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={() => retry()}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
