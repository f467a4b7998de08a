/** Which claims the evidence panel shows: in the URL, so that it can be linked and the back button closes it. */
import { createContext, type ReactNode, use, useMemo, useRef } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useSteady } from "@/frame";

/** What the panel shows. */
export interface Shown {
  claimIds: readonly string[];
  title: string;
  /** How many claims there are; more than `claimIds` has only where somebody else's address was cut. */
  total: number;
}

interface Evidence {
  shown: Shown | null;
  /** Shows these claims under a title; from whatever has the focus, which gets it back on closing. */
  open: (claimIds: readonly string[], title: string) => void;
  close: () => void;
}

const Context = createContext<Evidence | null>(null);

const CLAIMS = "evidence";
const TITLE = "evidence_title";
const TOTAL = "evidence_of";
const PREFIX = "claim-";
// Addresses beyond some 2,000 characters do not survive being mailed.
export const MOST_CLAIMS = 100;
const MOST_LETTERS = 120;

/** Keeps what the panel shows; goes around everything that opens it. */
export function EvidenceProvider({ children }: { children: ReactNode }) {
  const [params, setParams] = useSearchParams();
  const opener = useRef<HTMLElement | null>(null);
  const { state } = useLocation();
  const shown = useMemo(() => withAll(parseShown(params), state), [params, state]);
  const open = useSteady((claimIds: readonly string[], title: string) => {
    opener.current = focused();
    const state = claimIds.length > MOST_CLAIMS ? { [CLAIMS]: [...claimIds] } : null;
    setParams((now) => writeShown(now, claimIds, title), { preventScrollReset: true, state });
  });
  const close = useSteady(() => {
    setParams((now) => writeShown(now, [], ""), { preventScrollReset: true });
    opener.current?.focus();
  });
  const evidence = useMemo(() => ({ shown, open, close }), [shown, open, close]);
  return <Context value={evidence}>{children}</Context>;
}

/** Opens the evidence of any list of claims: `useEvidence().open(relation.claim_ids, "Al Nusra Front, ally of ...")`. */
export function useEvidence(): Evidence {
  const evidence = use(Context);
  if (!evidence) throw new Error("useEvidence needs an EvidenceProvider around it");
  return evidence;
}

/** What an address asks the panel to show; null where it asks for nothing. */
export function parseShown(params: URLSearchParams): Shown | null {
  const written = params.get(CLAIMS)?.split(",").filter(Boolean) ?? [];
  const claimIds = [...new Set(written)].slice(0, MOST_CLAIMS).map((id) => PREFIX + id);
  if (claimIds.length === 0) return null;
  const total = Math.max(Number(params.get(TOTAL)) || 0, claimIds.length);
  return { claimIds, title: params.get(TITLE) ?? "", total };
}

/** The same with all claims where the browser's history holds what the address had no room for. */
export function withAll(shown: Shown | null, state: unknown): Shown | null {
  const all = (state as Record<string, unknown> | null)?.[CLAIMS];
  if (!shown || !Array.isArray(all)) return shown;
  const fits = shown.claimIds.every((id, at) => all[at] === id);
  return fits && all.length === shown.total ? { ...shown, claimIds: all.map(String) } : shown;
}

/** The address with the panel open on these claims; closed where there are none. */
export function writeShown(
  params: URLSearchParams,
  claimIds: readonly string[],
  title: string,
): URLSearchParams {
  const written = new URLSearchParams(params);
  for (const name of [CLAIMS, TITLE, TOTAL]) written.delete(name);
  if (claimIds.length === 0) return written;
  const short = claimIds.slice(0, MOST_CLAIMS).map((id) => id.replace(PREFIX, ""));
  written.set(CLAIMS, short.join(","));
  if (title) written.set(TITLE, Array.from(title).slice(0, MOST_LETTERS).join(""));
  if (claimIds.length > MOST_CLAIMS) written.set(TOTAL, String(claimIds.length));
  return written;
}

function focused(): HTMLElement | null {
  return document.activeElement instanceof HTMLElement ? document.activeElement : null;
}
