import { useCallback, useEffect, useMemo } from "react";
import { useLocation, useSearchParams } from "react-router";
import { useEvidence } from "@/evidence";
import type { Read } from "./reads";

type ClaimRead = Read & { id: string };

const CLAIM = "claim";
const PREFIX = "claim-";

/**
 * Which claim of an article is chosen, in the address ("?claim=claim-..." or "#claim-..."), and what the evidence panel shows.
 *
 * @param ids - the article's claims: those of others are never chosen.
 */
export function useChosen(ids: readonly string[]) {
  const [params, setParams] = useSearchParams();
  const { hash } = useLocation();
  const { shown, open: openEvidence } = useEvidence();
  const known = useMemo(() => new Set(ids), [ids]);
  const asked = params.get(CLAIM) ?? decoded(hash.slice(1));
  const chosen = [asked, PREFIX + asked].find((id) => known.has(id)) ?? null;
  const put = useCallback(
    (id: string) =>
      setParams(
        (now) => {
          const written = new URLSearchParams(now);
          written.set(CLAIM, id);
          return written;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const open = useCallback(
    (claims: readonly ClaimRead[]) => {
      const labels = [...new Set(claims.map(({ label }) => label))];
      if (claims.length)
        openEvidence(
          claims.map(({ id }) => id),
          labels.join("; "),
        );
    },
    [openEvidence],
  );
  const choose = (claim: ClaimRead) => (shown ? open([claim]) : put(claim.id));
  // What the panel shows is what is chosen, also after it is closed.
  const told = shown?.claimIds.find((id) => known.has(id));
  useEffect(() => {
    if (told && told !== chosen) put(told);
  }, [told, chosen, put]);
  const lit = useMemo(() => {
    const panel = shown?.claimIds.filter((id) => known.has(id)) ?? [];
    return panel.length ? panel : chosen ? [chosen] : [];
  }, [shown, known, chosen]);
  return { chosen, lit, choose, open };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: then it is no claim's id either.
    return text;
  }
}
