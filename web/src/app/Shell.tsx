import { AppShell, Burger, Button, Kbd, Text, VisuallyHidden } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { Outlet, useLocation, useMatches } from "react-router";
import { EvidencePanel, EvidenceProvider, useEvidence } from "@/evidence";
import { FilterBar, HiddenProvider, type Time } from "@/filter";
import { Mark } from "./Mark";
import { Navigation } from "./Navigation";
import { openPalette, Palette } from "./Palette";
import classes from "./Shell.module.css";
import { ThemeSwitch } from "./ThemeSwitch";

/** The frame of the app: navigation, header, filter bar, the view, and the evidence beside it. */
export function Shell() {
  return (
    <EvidenceProvider>
      <HiddenProvider>
        <a href="#view" className={classes.skip} data-print="no">
          Skip to the view
        </a>
        <Frame />
        <Palette />
      </HiddenProvider>
    </EvidenceProvider>
  );
}

function Frame() {
  const { shown } = useEvidence();
  const [open, { toggle, close }] = useDisclosure(false);
  const view = useViewFocus(close);
  const time = useTime();
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 76, breakpoint: "sm", collapsed: { mobile: !open } }}
      aside={{
        width: { base: "100%", md: 380, xl: 440 },
        breakpoint: "md",
        collapsed: { desktop: !shown, mobile: !shown },
      }}
    >
      <AppShell.Header className={classes.header} data-print="no">
        <Burger
          opened={open}
          onClick={toggle}
          size="sm"
          hiddenFrom="sm"
          aria-label={open ? "Close the navigation" : "Open the navigation"}
        />
        <Mark />
        <SearchButton />
        <ThemeSwitch />
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar} aria-label="Views" data-print="no">
        <Navigation />
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        {time && <FilterBar time={time} />}
        <div id="view" ref={view} tabIndex={-1} className={classes.view}>
          <Outlet />
        </div>
      </AppShell.Main>
      <AppShell.Aside className={classes.aside} aria-label="Evidence" hidden={!shown}>
        <EvidencePanel />
      </AppShell.Aside>
    </AppShell>
  );
}

function SearchButton() {
  return (
    <Button
      variant="default"
      size="xs"
      className={classes.search}
      leftSection={<IconSearch size={14} />}
      rightSection={<Kbd size="xs">Ctrl K</Kbd>}
      aria-keyshortcuts="Control+K"
      onClick={openPalette}
    >
      <Text span size="xs" visibleFrom="xs">
        Search actors, articles, claims, pages
      </Text>
      <VisuallyHidden>Search</VisuallyHidden>
    </Button>
  );
}

/** Which times the filter bar offers on this view. */
function useTime(): Time | null {
  const handle = useMatches().at(-1)?.handle as { time?: Time | null } | undefined;
  return handle?.time ?? null;
}

/** Moves the focus to the view whenever another is opened, as a loaded page would; not on the first. */
function useViewFocus(onMove: () => void) {
  const view = useRef<HTMLDivElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    onMove();
    view.current?.focus({ preventScroll: true });
  }, [pathname, onMove]);
  return view;
}
