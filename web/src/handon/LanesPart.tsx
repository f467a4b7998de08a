import { useMemo } from "react";
import { useNavigate } from "react-router";
import { useEvidence } from "@/evidence";
import { Page as Frame, Nothing } from "@/frame";
import { useSigns } from "@/signs";
import { Choosing } from "@/views/lanes/Choosing";
import { LanesPicture } from "@/views/lanes/LanesPicture";
import { relationsOf } from "@/views/lanes/model/kinds";
import { planOf } from "@/views/lanes/model/plan";
import { Saving } from "@/views/lanes/saving/Saving";
import { useChoice } from "@/views/lanes/useChoice";
import type { Page } from "./data";

/** Groups along time. */
export function LanesPart({ page }: { page: Page }) {
  const { history } = page;
  const { of: signOf, colour: colourOf, scheme } = useSigns();
  const { open } = useEvidence();
  const navigate = useNavigate();
  const kinds = useMemo(() => relationsOf(page.codebook.predicates), [page]);
  const { choice, change } = useChoice(kinds);
  const plan = useMemo(() => planOf(history, kinds, choice), [history, kinds, choice]);
  const drawing = { scheme, signOf, colourOf };
  const onFold = (id: string) => {
    const folded = new Set(choice.folded);
    if (!folded.delete(id)) folded.add(id);
    change({ folded });
  };
  return (
    <Frame title="Lanes" aside={<Saving {...{ history, kinds, plan, ...drawing }} />}>
      {history.intervals.length === 0 ? (
        <Nothing of="relations on this page" />
      ) : (
        <LanesPicture
          {...{ history, plan, ...drawing, onFold }}
          bar={<Choosing {...{ history, kinds, choice, signOf }} onChange={change} />}
          onEvidence={open}
          onActor={(id) => void navigate(`/actors/${encodeURIComponent(id)}`)}
          onFocus={(id) => change({ only: [id], neighbours: true })}
        />
      )}
    </Frame>
  );
}
