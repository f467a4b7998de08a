import { AppShell, Group, Stack, Text } from "@mantine/core";
import { NavLink, Outlet } from "react-router";
import { ThemeSwitch } from "@/app/ThemeSwitch";
import { EvidencePanel, EvidenceProvider, useEvidence } from "@/evidence";
import { HiddenProvider } from "@/filter";
import { aboutWords } from "./aboutWords";
import type { Page } from "./data";
import classes from "./HandOn.module.css";

const PARTS = [
  ["/lanes", "Lanes"],
  ["/network", "Network"],
  ["/tables", "Tables"],
  ["/articles", "Sources"],
  ["/codebook", "Codebook"],
] as const;

/** The frame of the page: what it is, its parts, and the evidence beside them. */
export function HandOn({ page }: { page: Page }) {
  return (
    <EvidenceProvider>
      <HiddenProvider>
        <Frame page={page} />
      </HiddenProvider>
    </EvidenceProvider>
  );
}

function Frame({ page }: { page: Page }) {
  const { shown } = useEvidence();
  return (
    <AppShell
      aside={{
        width: { base: "100%", md: 380, xl: 440 },
        breakpoint: "md",
        collapsed: { desktop: !shown, mobile: !shown },
      }}
    >
      <AppShell.Main className={classes.main}>
        <Head page={page} />
        <Outlet />
      </AppShell.Main>
      <AppShell.Aside className={classes.aside} aria-label="Evidence" hidden={!shown}>
        <EvidencePanel />
      </AppShell.Aside>
    </AppShell>
  );
}

function Head({ page }: { page: Page }) {
  return (
    <header className={classes.head}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2}>
          <Text fw={650}>Who stands with, under and against whom</Text>
          {aboutWords(page).map((line) => (
            <Text size="xs" c="dimmed" key={line}>
              {line}
            </Text>
          ))}
        </Stack>
        <ThemeSwitch />
      </Group>
      <nav aria-label="Parts" className={classes.parts} data-print="no">
        {PARTS.map(([path, label]) => (
          <NavLink key={path} to={path} className={classes.part}>
            {label}
          </NavLink>
        ))}
      </nav>
    </header>
  );
}
