/** What the view of the moment leaves out, told in the filter bar. */
import { createContext, type ReactNode, use, useEffect, useState } from "react";

// Apart, as a view that says something would otherwise be drawn anew for having said it.
const Told = createContext<readonly string[]>([]);
const Saying = createContext<(words: readonly string[]) => void>(() => undefined);

/** Lets views say what they hide, and the filter bar show it. */
export function HiddenProvider({ children }: { children: ReactNode }) {
  const [words, say] = useState<readonly string[]>([]);
  return (
    <Saying value={say}>
      <Told value={words}>{children}</Told>
    </Saying>
  );
}

/**
 * Says what is hidden as long as the view is there.
 *
 * @param words - one text a reason: "showing 300 of 5,012 actors", "10 of parties without a name".
 */
export function useSayHidden(words: readonly string[]): void {
  const say = use(Saying);
  const written = words.join("\n");
  useEffect(() => {
    say(written ? written.split("\n") : []);
    return () => say([]);
  }, [written, say]);
}

/** What is said to be hidden. */
export function useHidden(): readonly string[] {
  return use(Told);
}
