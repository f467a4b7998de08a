import { Group, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { safe } from "@/words";
import classes from "./Page.module.css";

interface Props {
  /** The heading, and the title of the browser's tab. */
  title: string;
  /** Stands beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of every view: one heading of the first order, and all the room below it. */
export function Page({ title, aside, children }: Props) {
  useEffect(() => {
    document.title = `${safe(title)} · Allegiance`;
  }, [title]);
  return (
    <div className={classes.page}>
      <Group justify="space-between" gap="xs">
        <Title order={1} size="h4">
          <bdi>{safe(title)}</bdi>
        </Title>
        {aside}
      </Group>
      {children}
    </div>
  );
}
