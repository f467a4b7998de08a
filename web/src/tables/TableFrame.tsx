import { Button, Drawer, Group } from "@mantine/core";
import { useDisclosure, useMediaQuery } from "@mantine/hooks";
import { IconAdjustments } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type FacetGroup, Facets } from "./Facets";
import classes from "./TableFrame.module.css";

interface Props {
  /** How many rows there are, in words. */
  told: ReactNode;
  tools: ReactNode;
  facets: readonly FacetGroup[];
  children: ReactNode;
}

/** Has the page the width for columns? */
export function useNarrow(): boolean {
  return useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
}

/** A long table with what narrows it at its side; on a narrow page that is a drawer. */
export function TableFrame({ told, tools, facets, children }: Props) {
  const beside = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const [open, { toggle, close }] = useDisclosure(false);
  const [shown, { toggle: flip }] = useDisclosure(true);
  const chosen = facets.reduce((sum, one) => sum + one.chosen.length, 0);
  const narrowing = <Facets groups={facets} />;
  return (
    <div className={classes.table}>
      <Group gap="xs" justify="space-between" data-print="no">
        <Group gap="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconAdjustments size={14} />}
            aria-expanded={beside ? shown : open}
            onClick={beside ? flip : toggle}
          >
            {chosen ? `Narrow down (${chosen})` : "Narrow down"}
          </Button>
          <span role="status" className={classes.told}>
            {told}
          </span>
        </Group>
        <Group gap="xs">{tools}</Group>
      </Group>
      <div className={classes.both}>
        {beside && shown && (
          <aside className={classes.side} aria-label="Narrow down">
            <div className={classes.scroll}>{narrowing}</div>
          </aside>
        )}
        <div className={classes.stage}>{children}</div>
      </div>
      {!beside && (
        <Drawer opened={open} onClose={close} title="Narrow down" size="sm">
          {narrowing}
        </Drawer>
      )}
    </div>
  );
}
