import { useCallback, useMemo } from "react";
import { useNavigate } from "react-router";
import { useAbout, useCodebook, useHistory } from "@/api";
import { TableTwin, useEvidence } from "@/evidence";
import { TimeSlider, useFilter, useFilterHref, useSayHidden } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { useSigns } from "@/signs";
import { dayWords } from "@/words";
import { Choosing } from "./Choosing";
import { columnsOf } from "./columns";
import { hiddenWords } from "./hidden";
import { LanesPicture } from "./LanesPicture";
import { type Kind, relationsOf } from "./model/kinds";
import { type History, planOf } from "./model/plan";
import { Saving } from "./saving/Saving";
import { useChoice } from "./useChoice";

const NO_KINDS: readonly Kind[] = [];

/** Groups along time. */
export default function Lanes() {
  const { filter } = useFilter();
  const codebook = useCodebook();
  // The day only moves a line over the picture; it is no part of the question.
  const asked = useHistory(useMemo(() => ({ ...filter, on: undefined }), [filter]));
  const entries = codebook.data?.predicates ?? NO_KINDS;
  const kinds = useMemo(() => relationsOf(entries), [entries]);
  return (
    <Page title="Lanes">
      <Answered asked={codebook.data ? asked : codebook}>
        {() =>
          asked.data?.intervals.length ? (
            <Told history={asked.data} kinds={kinds} />
          ) : (
            <Nothing of="relations in this stretch of time" />
          )
        }
      </Answered>
    </Page>
  );
}

function Told({ history, kinds }: { history: History; kinds: ReadonlyMap<string, Kind> }) {
  const { of: signOf, colour: colourOf, scheme } = useSigns();
  const { filter } = useFilter();
  const { open } = useEvidence();
  const { choice, change } = useChoice(kinds);
  const plan = useMemo(() => planOf(history, kinds, choice), [history, kinds, choice]);
  useSayHidden(hiddenWords(plan));
  const columns = useMemo(() => columnsOf(history), [history]);
  const toActor = useToActor();
  const onFocus = (id: string) => change({ only: [id], neighbours: true });
  const onFold = (id: string) => {
    const folded = new Set(choice.folded);
    if (!folded.delete(id)) folded.add(id);
    change({ folded });
  };
  const drawing = { scheme, signOf, colourOf };
  return (
    <TableTwin
      title={`Relations over time, known by ${dayWords(history.known_by)}`}
      table="history"
      columns={columns}
      rows={history.intervals}
      rowKey={({ id }) => id}
      evidence={({ relation }) => ({
        claimIds: [...relation.claim_ids, ...relation.disputed_by],
        title: kinds.get(relation.predicate)?.label ?? relation.predicate,
      })}
      tools={<Saving {...{ history, kinds, plan, day: filter.on, ...drawing }} />}
      picture={
        <>
          <LanesPicture
            {...{ history, plan, ...drawing, onFocus, onFold }}
            day={filter.on}
            bar={<Choosing {...{ history, kinds, choice, signOf }} onChange={change} />}
            onEvidence={open}
            onActor={toActor}
          />
          <Day />
        </>
      }
    />
  );
}

function useToActor() {
  const href = useFilterHref();
  const navigate = useNavigate();
  return useCallback(
    (id: string) => void navigate(href(`/actors/${encodeURIComponent(id)}`)),
    [href, navigate],
  );
}

/** The day that is marked in the picture: dragged, stepped or played. */
function Day() {
  const { filter, set } = useFilter();
  const about = useAbout().data;
  const change = useCallback(
    (on: string, moving: boolean) => set({ on }, { replace: moving }),
    [set],
  );
  if (!about?.first_day || !about.last_day) return null;
  const value = filter.on ?? about.last_day;
  const days = [about.first_day, about.last_day, value].sort();
  const [first = value, , last = value] = days;
  return (
    <div data-print="no">
      <TimeSlider first={first} last={last} value={value} onChange={change} />
    </div>
  );
}
