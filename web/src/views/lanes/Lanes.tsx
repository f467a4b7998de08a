import { useCallback, useMemo } from "react";
import { useNavigate } from "react-router";
import { ALL_ACTORS, type Shapes, useAbout, useCodebook, useHistory } from "@/api";
import { TableTwin, useEvidence, useIsTable } from "@/evidence";
import { TimeSlider, useFilter, useFilterHref, useSayHidden } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { useSigns } from "@/signs";
import { dayWords } from "@/words";
import { Choosing } from "./Choosing";
import { columnsOf } from "./columns";
import { hiddenWords } from "./hidden";
import { LanesPicture } from "./LanesPicture";
import { type Kind, relationsOf } from "./model/kinds";
import { planOf } from "./model/plan";
import { Saving } from "./saving/Saving";
import { useChoice } from "./useChoice";

const NO_KINDS: readonly Kind[] = [];
// The API takes no more.
const MOST_KEPT = 100;

/** Groups along time. */
export default function Lanes() {
  const codebook = useCodebook();
  const entries = codebook.data?.predicates ?? NO_KINDS;
  const kinds = useMemo(() => relationsOf(entries), [entries]);
  const asked = useWanted(useChoice(kinds).choice.only);
  return (
    <Page title="Lanes">
      <Answered asked={codebook.data ? asked : codebook}>
        {() =>
          asked.data?.history.intervals.length ? (
            <Told {...asked.data} kinds={kinds} />
          ) : (
            <Nothing of="relations in this stretch of time" />
          )
        }
      </Answered>
    </Page>
  );
}

/** The history of the best-witnessed groups; where others are chosen, of these, and for the table, of all. */
function useWanted(only: readonly string[]) {
  const { filter } = useFilter();
  // The day only moves a line over the picture; it is no part of the question.
  const wanted = useMemo(() => ({ ...filter, on: undefined }), [filter]);
  const isTable = useIsTable();
  const asked = useHistory(wanted);
  const partly = (asked.data?.hidden.intervals ?? 0) > 0;
  const others = isTable ? { limit: ALL_ACTORS } : { keep: [...only].slice(0, MOST_KEPT) };
  const rest = useHistory(wanted, partly && (isTable || only.length > 0) ? others : {});
  return rest.data ? rest : asked;
}

type Props = Shapes["ClippedHistory"] & { kinds: ReadonlyMap<string, Kind> };

function Told({ history, hidden, kinds }: Props) {
  const { of: signOf, colour: colourOf, scheme } = useSigns();
  const { filter } = useFilter();
  const { open } = useEvidence();
  const { choice, change } = useChoice(kinds);
  const plan = useMemo(() => planOf(history, kinds, choice), [history, kinds, choice]);
  useSayHidden(hiddenWords(plan, hidden));
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
            bar={
              <Choosing
                {...{ history, kinds, choice, signOf }}
                isPart={hidden.groups + hidden.persons > 0}
                onChange={change}
              />
            }
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
