import { Button, CopyButton, Group, Popover, Text } from "@mantine/core";
import { IconPrinter, IconQuote } from "@tabler/icons-react";
import { type Shapes, useAbout } from "@/api";
import { useFilter } from "@/filter";
import { isoOf } from "@/words";
import { citation } from "./citation";

interface Props {
  profile: Shapes["Overview"];
  /** What is to be printed is on its way. */
  printing: boolean;
  onPrint: () => void;
}

/** Cite this profile, or print all of it. */
export function Cite({ profile, printing, onPrint }: Props) {
  return (
    <Group gap="xs" data-print="no">
      <CiteButton profile={profile} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={14} aria-hidden="true" />}
        loading={printing}
        onClick={onPrint}
      >
        Print
      </Button>
    </Group>
  );
}

function CiteButton({ profile }: Pick<Props, "profile">) {
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
