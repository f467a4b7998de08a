import { Group, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { litPieces, type Span } from "@/evidence";
import { Foreign } from "@/words";
import classes from "./Found.module.css";

/** One thing that was found. */
export interface Finding {
  key: string;
  /** An address of the app without a query. */
  to: string;
  /** As text, for screen readers. */
  name: string;
  icon: ReactNode;
  title: ReactNode;
  /** Words around what was found, and which of them were looked for. */
  snippet?: { text: string; lights: readonly Span[] };
  note?: ReactNode;
}

/** A finding as the palette shows it. */
export function Found({ finding: { icon, title, snippet, note } }: { finding: Finding }) {
  return (
    <Group wrap="nowrap" gap="sm" w="100%">
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <Stack gap={0} miw={0} flex={1}>
        <Text size="sm" component="div">
          {title}
        </Text>
        {snippet && <Snippet {...snippet} />}
        {note && (
          <Text size="xs" c="dimmed" lineClamp={1}>
            {note}
          </Text>
        )}
      </Stack>
    </Group>
  );
}

function Snippet({ text, lights }: NonNullable<Finding["snippet"]>) {
  const pieces = litPieces(
    text,
    lights.map((span) => ({ span, what: true })),
  );
  return (
    <Text size="xs" lineClamp={2} component="div">
      {pieces.map(({ text: words, start, on }) =>
        on.length > 0 ? (
          <mark key={start} className={classes.lit}>
            <Foreign>{words}</Foreign>
          </mark>
        ) : (
          <Foreign key={start}>{words}</Foreign>
        ),
      )}
    </Text>
  );
}
