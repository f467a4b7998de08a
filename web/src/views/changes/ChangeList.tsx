import { Button, Title } from "@mantine/core";
import {
  IconArrowsJoin,
  IconArrowsSplit,
  IconCalendarStats,
  IconCircleDot,
  IconCircleOff,
  IconEye,
  IconFlag,
  IconHelp,
  IconPlayerPlay,
  IconReplace,
  IconSquare,
  IconZzz,
} from "@tabler/icons-react";
import { useState } from "react";
import { EvidenceButton } from "@/evidence";
import { FilterLink } from "@/filter";
import { PredicateLabel, useSigns } from "@/signs";
import { count, Foreign, intoWords, toldBy } from "@/words";
import classes from "./Changes.module.css";
import {
  beforeAndAfter,
  byMonth,
  type Change,
  type Changes,
  DOES,
  evidenceOf,
  MEANS,
  notesOf,
  otherOf,
  resultsOf,
  whenWords,
} from "./words";

const ICONS: Record<Change["what"], typeof IconFlag> = {
  began: IconPlayerPlay,
  merged: IconArrowsJoin,
  split: IconArrowsSplit,
  renamed: IconReplace,
  "first-told": IconEye,
  ended: IconSquare,
  faded: IconZzz,
  disputed: IconHelp,
  learned: IconCircleDot,
  settled: IconFlag,
  redated: IconCalendarStats,
  withdrawn: IconCircleOff,
};
// More are drawn when asked for: a list of thousands would stall the page.
const MOST = 300;

/** One line a change, under its month. */
export function ChangeList({ changes }: { changes: Changes }) {
  const [most, setMost] = useState(MOST);
  const more = changes.changes.length - most;
  return (
    <div>
      {byMonth(changes.changes.slice(0, most)).map(([month, group]) => (
        <section key={month} className={classes.month}>
          <Title order={2} className={classes.name}>
            {monthWords(month)}
          </Title>
          <ol className={classes.list}>
            {group.map((change) => (
              <Line key={keyOf(change)} change={change} changes={changes} />
            ))}
          </ol>
        </section>
      ))}
      {more > 0 && (
        <Button size="xs" variant="default" onClick={() => setMost(most + MOST)}>
          {count(more, "more change")}
        </Button>
      )}
    </div>
  );
}

function Line({ change, changes }: { change: Change; changes: Changes }) {
  const { relation } = change.interval;
  const label = useSigns().of(relation.predicate).label;
  const source = changes.actors.find(({ id }) => id === relation.source);
  const other = otherOf(change, changes);
  const Icon = ICONS[change.what];
  const when = whenWords(change);
  const [newName, oldName] = relation.names ?? [source?.name, other?.name];
  const names = [newName, label, oldName].filter(Boolean).join(", ");
  return (
    <li className={classes.change}>
      <Icon size={15} className={classes.mark} aria-hidden="true" />
      <span className={classes.sentence}>
        <Party id={relation.source} name={newName ?? relation.source} />{" "}
        <PredicateLabel predicate={relation.predicate} />
        {other && (
          <>
            {" "}
            <Party id={relation.target} name={oldName ?? other.name} />
          </>
        )}
        <Foreign>{intoWords(resultsOf(change, changes).map(({ name }) => name))}</Foreign>:{" "}
        <b title={MEANS[change.what]}>{DOES[change.what]}</b>
        {when && `, ${when}`}
      </span>
      <EvidenceButton claimIds={evidenceOf(change)} title={names} />
      <div className={classes.more}>
        <Known change={change} />
        {[toldBy(relation.reports, relation.witnesses), ...notesOf(change)].join(" · ")}
      </div>
    </li>
  );
}

/** An actor, or a place where it has no id of an actor. */
function Party({ id, name }: { id: string | null; name: string }) {
  const shown = <Foreign>{name}</Foreign>;
  return id ? (
    <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit>
      {shown}
    </FilterLink>
  ) : (
    shown
  );
}

function Known({ change }: { change: Change }) {
  const known = beforeAndAfter(change);
  if (!known) return null;
  return (
    <dl>
      {change.what !== "learned" && (
        <>
          <dt>before</dt>
          <dd>{known.before}</dd>
        </>
      )}
      <dt>now</dt>
      <dd>{known.after}</dd>
    </dl>
  );
}

function keyOf({ what, interval, when, claim_ids }: Change): string {
  return [what, interval.id, when?.start, when?.end, claim_ids[0]].join(" ");
}

const MONTHS = new Intl.DateTimeFormat("en-GB", {
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});

function monthWords(month: string): string {
  return month ? MONTHS.format(new Date(`${month}-01T00:00:00Z`)) : "No day";
}
