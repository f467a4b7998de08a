import { Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useParams } from "react-router";
import { ALL_ACTORS, type Interval, type Shapes, useAbout, useHistory, useProfile } from "@/api";
import { useClaimRows } from "@/api/claimRows";
import { NO_FILTER, useFilter } from "@/filter";
import { Answered, Page } from "@/frame";
import { dayWords } from "@/words";
import { Candidates } from "./Candidates";
import { Cite } from "./Cite";
import { Lineage } from "./Lineage";
import classes from "./Profile.module.css";
import { ProfileHead } from "./ProfileHead";
import { Sections, type Shown } from "./Sections";
import { Sources } from "./Sources";
import { keyOf, type Line, partsOf, type Section } from "./sections";
import { footnotesOf, type Resting, sourcesOf } from "./sources";
import { eraOf, stretchOf, stripOf } from "./strip";

/** All that reports say of one actor. */
export default function Profile() {
  const { id } = useParams();
  const { filter } = useFilter();
  const asked = useProfile(id, filter.known_by);
  const title = asked.data?.actor.name ?? "Profile";
  return (
    <Page title={title} aside={asked.data && <Cite profile={asked.data} />}>
      <Answered asked={asked}>
        {(profile) => <Told key={profile.actor.id} profile={profile} />}
      </Answered>
    </Page>
  );
}

const NONE: ReadonlySet<Section> = new Set();

function Told({ profile }: { profile: Shapes["Profile"] }) {
  const { filter } = useFilter();
  const about = useAbout().data;
  const [whole, setWhole] = useState<ReadonlySet<Section>>(NONE);
  const parts = useMemo(() => partsOf(profile.lines, whole), [profile, whole]);
  const lines = useMemo(() => parts.flatMap((part) => part.lines), [parts]);
  const { sources, notesOf } = useSources([...lines, ...profile.lineage.map(restingOf)]);
  const strips = useStrips(profile, lines, filter.known_by);
  const known = filter.known_by ?? about?.last_day;
  const era = useMemo(
    () =>
      eraOf(
        [...strips.values()].map(({ strip }) => strip),
        known,
      ),
    [strips, known],
  );
  return (
    <article className={classes.profile}>
      {filter.known_by && (
        <Text size="sm">As known by {dayWords(filter.known_by)}: later reports are left out.</Text>
      )}
      <ProfileHead profile={profile} />
      <Candidates actor={profile.actor} />
      <Lineage profile={profile} notesOf={(stage) => notesOf(restingOf(stage))} />
      <Sections
        parts={parts}
        era={era}
        on={filter.on}
        onAll={(section) => setWhole(new Set([...whole, section]))}
        shownOf={(line) => strips.get(keyOf(line))}
        notesOf={notesOf}
      />
      <Sources sources={sources} />
    </article>
  );
}

/** The footnotes of all lines; those of the claims behind the first one of a line come a moment later. */
function useSources(lines: readonly Resting[]) {
  const ids = [...new Set(lines.flatMap(({ claim_ids }) => claim_ids))];
  const rows = useClaimRows(ids);
  const reportOf = (claim: string) => rows.get(claim)?.report;
  const sources = sourcesOf(lines, reportOf);
  return { sources, notesOf: (line: Resting) => footnotesOf(line, sources, reportOf) };
}

/** What is drawn of each line, and its stretch in the history where it has one. */
function useStrips(
  profile: Shapes["Profile"],
  lines: readonly Shapes["Line"][],
  known_by?: string,
) {
  const asked = { ...NO_FILTER, actor: profile.actor.id, known_by, alleged: true };
  const { data, isPending } = useHistory(asked, { limit: ALL_ACTORS });
  return useMemo(() => {
    // Without the history a tie that has faded would be drawn as if it went on.
    if (isPending) return new Map<string, Shown>();
    return new Map(
      lines.map((line) => [keyOf(line), shownOf(line, data?.history.intervals ?? [])]),
    );
  }, [lines, data, isPending]);
}

function shownOf(line: Line, intervals: readonly Interval[]): Shown {
  const interval = HAPPENED.has(line.section) ? undefined : stretchOf(line, intervals);
  return { interval, strip: stripOf(line, interval) };
}

// Events are no stretches of a history.
const HAPPENED = new Set<Section>(["events"]);

function restingOf({ claim_id, report }: Shapes["Stage"]): Resting {
  return { claim_ids: [claim_id], report };
}
