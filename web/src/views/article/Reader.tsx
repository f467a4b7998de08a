import { Group, SegmentedControl } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import { useClaimRows } from "@/api/claimRows";
import { ArticleText } from "./ArticleText";
import { ClaimList } from "./ClaimList";
import { Layers } from "./Layers";
import classes from "./Reader.module.css";
import { ReadTable } from "./ReadTable";
import { type ArticleRead, claimsOf, readsOf, stepped } from "./reads";
import { useChosen } from "./useChosen";
import { useLayers } from "./useLayers";

/** The text of an article beside the list of its claims; or the same as a table. */
export function Reader({ article }: { article: ArticleRead }) {
  const reads = useMemo(() => readsOf(article), [article]);
  const claims = useMemo(() => claimsOf(reads), [reads]);
  const ids = useMemo(() => claims.map(({ id }) => id), [claims]);
  const rows = useClaimRows(ids);
  const { hidden, toggle } = useLayers();
  const { chosen, lit, choose, open } = useChosen(ids);
  const shown = useMemo(() => reads.filter(({ what }) => !hidden.has(what)), [reads, hidden]);
  const step = (by: number) => {
    const next = stepped(claims, chosen, by);
    if (next) choose(next);
  };
  useHotkeys([
    ["j", () => step(1)],
    ["k", () => step(-1)],
    ["o", () => open(claims.filter(({ id }) => id === chosen))],
  ]);
  const [as, setAs] = useAs();
  return (
    <section className={classes.reader} aria-label="The report and what was read in it">
      <Group gap="md" justify="space-between" data-print="no">
        <Layers reads={reads} hidden={hidden} toggle={toggle} />
        <SegmentedControl
          size="xs"
          aria-label="Shown as"
          value={as}
          onChange={setAs}
          data={[
            { value: "text", label: "Text" },
            { value: "table", label: "Table" },
          ]}
        />
      </Group>
      <div className={classes.columns} data-as={as}>
        {as === "table" ? (
          <ReadTable text={article.text} reads={shown} />
        ) : (
          <ArticleText text={article.text} reads={shown} chosen={lit} onOpen={open} rows={rows} />
        )}
        <ClaimList claims={claims} rows={rows} chosen={chosen} onChoose={choose} onOpen={open} />
      </div>
    </section>
  );
}

const AS = "as";

/** "as=table" in the address, T on the keyboard, as on every picture. */
function useAs() {
  const [params, setParams] = useSearchParams();
  const as = params.get(AS) === "table" ? "table" : "text";
  const set = (form: string) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        if (form === "table") written.set(AS, form);
        else written.delete(AS);
        return written;
      },
      { replace: true, preventScrollReset: true },
    );
  useHotkeys([["t", () => set(as === "table" ? "text" : "table")]]);
  return [as, set] as const;
}
