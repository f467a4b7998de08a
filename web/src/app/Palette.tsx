import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useFilterHref } from "@/filter";
import { count } from "@/words";
import { Found } from "./Found";
import { type Group, useFindings } from "./useFindings";

/** Opens the palette from a button. */
export const openPalette = spotlight.open;

// What scrolls has to be reached by keyboard; the list hands it on to its scroll area, though its type does not say so.
const REACHED = { viewportProps: { tabIndex: 0 } };
// As long as somebody types, nothing is asked.
const TYPING_MS = 150;

/** Search from anywhere, by Ctrl K or /: pages, actors, predicates, articles and claims. */
export function Palette() {
  const [typed, setTyped] = useState("");
  const [words] = useDebouncedValue(typed, TYPING_MS);
  const { groups, busy } = useFindings(typed.trim(), words.trim());
  const number = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return (
    <Spotlight.Root
      shortcut={["mod + K", "/"]}
      query={typed}
      onQueryChange={setTyped}
      scrollable
      maxHeight="60vh"
      size="lg"
      attributes={{ content: { "aria-label": "Search" } }}
    >
      <Spotlight.Search
        placeholder="Search actors, articles, claims, relations, pages"
        aria-label="Search"
        onKeyDown={openFirst}
        leftSection={<IconSearch size={18} stroke={1.6} />}
      />
      <Spotlight.ActionsList aria-label="Found" {...REACHED}>
        {groups.map((group) => (
          <Section key={group.label} group={group} words={typed} />
        ))}
        {number === 0 && (
          <Spotlight.Empty>
            {busy
              ? "Searching …"
              : "Nothing found. Names, words of reports and ids can be searched."}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer role="status" fz="xs">
        {`${count(number, "result")}; ↑ ↓ to choose, Enter to open, Escape to leave`}
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** Enter opens the first result where none is chosen: Mantine's own key opens chosen ones alone. */
function openFirst(event: KeyboardEvent<HTMLInputElement>) {
  const dialog = event.currentTarget.closest('[role="dialog"]');
  if (event.key !== "Enter" || event.nativeEvent.isComposing || !dialog) return;
  if (dialog.querySelector("[data-action][data-selected]")) return;
  dialog.querySelector<HTMLElement>("[data-action]")?.click();
}

function Section({ group, words }: { group: Group; words: string }) {
  const navigate = useNavigate();
  const href = useFilterHref();
  if (group.findings.length === 0) return null;
  return (
    <Spotlight.ActionsGroup label={group.label}>
      {group.findings.map((finding) => (
        <Spotlight.Action
          key={finding.key}
          // Found already, by what is not shown of it, too.
          keywords={words}
          label={finding.name}
          onClick={() => navigate(href(finding.to))}
        >
          <Found finding={finding} />
        </Spotlight.Action>
      ))}
    </Spotlight.ActionsGroup>
  );
}
