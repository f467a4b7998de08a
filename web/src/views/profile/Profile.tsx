import { Text } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useParams } from "react-router";
import { type PartOfProfile, type Shapes, useAbout, useProfile, useProfileParts } from "@/api";
import { useFilter } from "@/filter";
import { Answered, Page } from "@/frame";
import { dayWords } from "@/words";
import { Candidates } from "./Candidates";
import { Cite } from "./Cite";
import { Lineage } from "./Lineage";
import classes from "./Profile.module.css";
import { ProfileHead } from "./ProfileHead";
import { Sections } from "./Sections";
import { Sources } from "./Sources";
import { keyOf, partsOf, type Section } from "./sections";
import { footnotesOf, type Resting, reportsOf, sourcesOf } from "./sources";
import { eraOf, stripOf } from "./strip";

/** All that reports say of one actor. */
export default function Profile() {
  const { id = "" } = useParams();
  return <OfActor key={id} id={id} />;
}

// More lines than any actor has, and more claims than any line.
const ALL = 100_000;
const ON_PAPER: PartOfProfile = { lines: ALL, reports: ALL };
const NONE: readonly Section[] = [];

function OfActor({ id }: { id: string }) {
  const { filter } = useFilter();
  const asked = useProfile(id, filter.known_by);
  const [whole, setWhole] = useState(NONE);
  const [printing, setPrinting] = useState(false);
  const asWhole = whole.map((section): PartOfProfile => ({ section, lines: ALL }));
  const long = useProfileParts(id, filter.known_by, asWhole);
  const { data: paper } = useProfile(id, filter.known_by, ON_PAPER, { off: !printing });
  const more = useMemo(() => (paper ? [...long, paper] : long), [long, paper]);
  const onPaper = printing && paper !== undefined;
  useEffect(() => {
    if (!onPaper) return;
    window.print();
    setPrinting(false);
  }, [onPaper]);
  return (
    <Page
      title={asked.data?.actor.name ?? "Profile"}
      aside={
        asked.data && (
          <Cite profile={asked.data} printing={printing} onPrint={() => setPrinting(true)} />
        )
      }
    >
      <Answered asked={asked}>
        {(profile) => (
          <Told
            profile={profile}
            more={more}
            onPaper={onPaper}
            onAll={(section) => setWhole([...whole, section])}
          />
        )}
      </Answered>
    </Page>
  );
}

interface Props {
  /** Of each section the lines that most reports tell. */
  profile: Shapes["Overview"];
  /** Answers with whole sections. */
  more: readonly Shapes["Overview"][];
  /** Everything is shown. */
  onPaper: boolean;
  onAll: (section: Section) => void;
}

function Told({ profile, more, onPaper, onAll }: Props) {
  const { filter } = useFilter();
  const about = useAbout().data;
  const parts = useMemo(() => partsOf(profile, more), [profile, more]);
  const lines = useMemo(() => parts.flatMap((part) => part.lines), [parts]);
  const { sources, notesOf } = useMemo(() => {
    const resting = [...lines.map(({ line }) => line), ...profile.lineage.map(restingOf)];
    const reportOf = reportsOf([profile, ...more]);
    const found = sourcesOf(resting, reportOf);
    return { sources: found, notesOf: (line: Resting) => footnotesOf(line, found, reportOf) };
  }, [lines, profile, more]);
  const strips = useMemo(
    () => new Map(lines.map(({ line, interval }) => [keyOf(line), stripOf(line, interval)])),
    [lines],
  );
  const known = filter.known_by ?? about?.last_day;
  const era = useMemo(() => eraOf([...strips.values()], known), [strips, known]);
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
        onAll={onAll}
        stripOf={(line) => strips.get(keyOf(line))}
        notesOf={notesOf}
      />
      <Sources sources={sources} whole={onPaper} />
    </article>
  );
}

function restingOf({ claim_id, report }: Shapes["Stage"]): Resting {
  return { claim_ids: [claim_id], report };
}
