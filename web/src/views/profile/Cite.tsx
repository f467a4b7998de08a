import { Button, CopyButton, Group, Popover, Text } from "@mantine/core";
import { IconPrinter, IconQuote } from "@tabler/icons-react";
import { type Shapes, useAbout } from "@/api";
import { useFilter } from "@/filter";
import { isoOf } from "@/words";
import { citation } from "./citation";

/** Cite this profile, or print it. */
export function Cite({ profile }: { profile: Shapes["Profile"] }) {
  return (
    <Group gap="xs" data-print="no">
      <CiteButton profile={profile} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={14} aria-hidden="true" />}
        onClick={() => window.print()}
      >
        Print
      </Button>
    </Group>
  );
}

function CiteButton({ profile }: { profile: Shapes["Profile"] }) {
  const about = useAbout().data;
  const { filter, search } = useFilter();
  if (!about) return null;
  const { origin, pathname } = window.location;
  const words = citation({
    profile,
    about,
    known_by: filter.known_by,
    address: `${origin}${pathname}${search}`,
    today: isoOf(new Date()),
  });
  return (
    <Popover width={380} position="bottom-end" trapFocus withinPortal={false}>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconQuote size={14} aria-hidden="true" />}
        >
          Cite this
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm" mb="xs">
          {words}
        </Text>
        <CopyButton value={words}>
          {({ copied, copy }) => (
            <Button size="xs" onClick={copy}>
              {copied ? "Copied" : "Copy"}
            </Button>
          )}
        </CopyButton>
      </Popover.Dropdown>
    </Popover>
  );
}
