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
import { EvidenceButton } from "@/evidence";
import { FilterLink } from "@/filter";
import { PredicateLabel, useSigns } from "@/signs";
import { count, Foreign, intoWords, toldBy } from "@/words";
import classes from "./Changes.module.css";
import {
  beforeAndAfter,
  byMonth,
  type Change,
  type ChangeRow,
  DOES,
  evidenceOf,
  MEANS,
  notesOf,
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
interface Props {
  rows: readonly ChangeRow[];
  total: number;
  hasMore: boolean;
  isFetching: boolean;
  more: () => void;
}

/** One line a change, under its month; more come when asked for: a list of thousands would stall the page. */
export function ChangeList({ rows, total, hasMore, isFetching, more }: Props) {
  return (
    <div>
      {byMonth(rows).map(([month, group]) => (
        <section key={month} className={classes.month}>
          <Title order={2} className={classes.name}>
            {monthWords(month)}
          </Title>
          <ol className={classes.list}>
            {group.map((row) => (
              <Line key={keyOf(row.change)} row={row} />
            ))}
          </ol>
        </section>
      ))}
      {hasMore && (
        <Button size="xs" variant="default" loading={isFetching} onClick={more}>
          {count(total - rows.length, "more change")}
        </Button>
      )}
    </div>
  );
}

function Line({ row: { change, source, target, site, results } }: { row: ChangeRow }) {
  const { relation } = change.interval;
  const label = useSigns().of(relation.predicate).label;
  const other = target ?? site;
  const Icon = ICONS[change.what];
  const when = whenWords(change);
  const [newName, oldName] = relation.names ?? [source.name, other?.name];
  const names = [newName, label, oldName].filter(Boolean).join(", ");
  return (
    <li className={classes.change}>
      <Icon size={15} className={classes.mark} aria-hidden="true" />
      <span className={classes.sentence}>
        <Party id={source.id} name={newName} /> <PredicateLabel predicate={relation.predicate} />
        {other && (
          <>
            {" "}
            <Party id={target?.id ?? null} name={oldName ?? other.name} />
          </>
        )}
        <Foreign>{intoWords(results.map(({ name }) => name))}</Foreign>:{" "}
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
