import { useCallback, useMemo } from "react";
import { useNavigate } from "react-router";
import { ALL_ACTORS, type Shapes, useAbout, useCodebook, useHistory } from "@/api";
import { TableTwin, useEvidence, useIsTable } from "@/evidence";
import { TimeSlider, useFilter, useFilterHref, useSayHidden } from "@/filter";
import { Answered, Nothing, Page, useSteady } from "@/frame";
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
const DRAWN = { places: false } as const;
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
          asked.data && tellsAnything(asked.data) ? (
            <Told {...asked.data} kinds={kinds} />
          ) : (
            <Nothing of="relations in this stretch of time" />
          )
        }
      </Answered>
    </Page>
  );
}

function tellsAnything({ history, hidden }: Shapes["ClippedHistory"]): boolean {
  return history.intervals.length + hidden.to_places > 0;
}

/** The history of the best-witnessed groups, without the places that nothing is drawn of; where others are chosen, of these; for the table, all. */
function useWanted(only: readonly string[]) {
  const { filter } = useFilter();
  // The day only moves a line over the picture; it is no part of the question.
  const wanted = useMemo(() => ({ ...filter, on: undefined }), [filter]);
  const isTable = useIsTable();
  const asked = useHistory(wanted, DRAWN);
  const { intervals = 0, to_places = 0 } = asked.data?.hidden ?? {};
  const all = isTable && intervals + to_places > 0;
  const others = intervals > 0 && only.length > 0;
  const kept = others ? { ...DRAWN, keep: [...only].slice(0, MOST_KEPT) } : DRAWN;
  const rest = useHistory(wanted, all ? { limit: ALL_ACTORS } : kept);
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
  const onFocus = useSteady((id: string) => change({ only: [id], neighbours: true }));
  const onFold = useSteady((id: string) => {
    const folded = new Set(choice.folded);
    if (!folded.delete(id)) folded.add(id);
    change({ folded });
  });
  const onChange = useSteady(change);
  const isPart = hidden.groups + hidden.persons > 0;
  // The same one as long as nothing in it is another, so that the picture below is not drawn anew.
  const bar = useMemo(
    () => <Choosing {...{ history, kinds, choice, signOf, isPart, onChange }} />,
    [history, kinds, choice, signOf, isPart, onChange],
  );
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
            {...{ history, plan, ...drawing, bar, onFocus, onFold }}
            day={filter.on}
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
  return useSteady((id: string) => void navigate(href(`/actors/${encodeURIComponent(id)}`)));
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
