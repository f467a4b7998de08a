import { useWindowEvent } from "@mantine/hooks";

const STEPS: Readonly<Record<string, number>> = { "[": -1, "]": 1 };
const TYPED_INTO = "input:not([type=range]), textarea, select, [contenteditable]";

/** Goes back on `[` and on with `]`, whatever has to be held down for them: many keyboards have them behind AltGr. */
export function useBrackets(go: (steps: number) => void): void {
  useWindowEvent("keydown", (event) => {
    const steps = STEPS[event.key];
    // With AltGr, Windows reports Ctrl and Alt as held down.
    const shortcut =
      !event.getModifierState("AltGraph") && (event.ctrlKey || event.altKey || event.metaKey);
    const typing = event.target instanceof Element && event.target.matches(TYPED_INTO);
    if (steps === undefined || shortcut || typing) return;
    event.preventDefault();
    go(steps);
  });
}
