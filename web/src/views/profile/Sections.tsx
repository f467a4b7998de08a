import { Badge, Button, Text, Title, UnstyledButton } from "@mantine/core";
import { Fragment } from "react";
import type { Interval } from "@/api";
import { useEvidence } from "@/evidence";
import { FilterLink } from "@/filter";
import { anchorOf, SignLine, useSigns } from "@/signs";
import {
  count,
  Foreign,
  intervalWords,
  notes as notesAbout,
  safe,
  timeWords,
  toldBy,
} from "@/words";
import { Footnotes } from "./Footnotes";
import classes from "./Profile.module.css";
import { keyOf, type Line, type Part, type Section } from "./sections";
import type { Footnote } from "./sources";
import type { Era, Strip } from "./strip";
import { TimeAxis, TimeStrip } from "./TimeStrip";

interface Props {
  parts: readonly Part[];
  /** Null where no line has a day. */
  era: Era | null;
  /** The day of the filter; marked on the strips. */
  on: string | undefined;
  /** Shows all lines of a section. */
  onAll: (section: Section) => void;
  stripOf: (line: Line) => Strip | undefined;
  notesOf: (line: Line) => Footnote[];
}

/** The lines of a profile under their headings, each with its days, its strip along time and its sources. */
export function Sections({ parts, onAll, stripOf, ...rest }: Props) {
  return parts.map(({ section, heading, lines, more }) => (
    <section key={section} aria-labelledby={section}>
      <div className={classes.heading}>
        <Title order={2} size="h6" id={section}>
          {heading}
        </Title>
        {rest.era && <TimeAxis era={rest.era} />}
      </div>
      <ul className={classes.lines}>
        {lines.map(({ line, interval }) => (
          <LineRow
            key={keyOf(line)}
            line={line}
            interval={interval}
            strip={stripOf(line)}
            {...rest}
          />
        ))}
      </ul>
      {more > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => onAll(section)}>
          {count(more, "more line")}, {section === "events" ? "earlier" : "less witnessed"}
        </Button>
      )}
    </section>
  ));
}

interface RowProps extends Omit<Props, "parts" | "onAll" | "stripOf"> {
  line: Line;
  interval: Interval | null;
  strip: Strip | undefined;
}

function LineRow({ line, interval, strip, era, on, notesOf }: RowProps) {
  const { open } = useEvidence();
  const title = safe([line.what, line.other].filter(Boolean).join(" "));
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <What line={line} />
        <Footnotes notes={notesOf(line)} claims={line.claim_ids.length} of={title} />
        <Doubts line={line} interval={interval} />
      </div>
      <Text size="sm" className={classes.when}>
        {whenWords(line, interval)}
      </Text>
      {era && strip ? (
        <TimeStrip line={line} strip={strip} era={era} on={on} />
      ) : (
        <span className={classes.strip} />
      )}
      <UnstyledButton
        className={classes.told}
        aria-label={`${toldBy(line.reports, line.witnesses)}: evidence of ${title}`}
        onClick={() => open(line.claim_ids, title)}
      >
        {toldBy(line.reports, line.witnesses)}
      </UnstyledButton>
    </li>
  );
}

/** How the two stand, with the sign of it, and who the other is. */
function What({ line }: { line: Line }) {
  const { predicate, section, what, other, other_id, results } = line;
  const signs = useSigns();
  const kind = section === "events" ? "event" : "relation";
  return (
    <Text size="sm" span>
      <span className={classes.sign}>
        <SignLine sign={signs.of(predicate, kind)} width={30} />
      </span>
      <FilterLink to={`/codebook#${anchorOf(kind, predicate)}`} c="dimmed" inherit>
        {what}
      </FilterLink>{" "}
      {other && (other_id ? <OtherLink id={other_id} name={other} /> : <Foreign>{other}</Foreign>)}
      {results.map(({ id, name }, at) => (
        <Fragment key={id}>
          {at === 0 ? ", into " : " or "}
          <OtherLink id={id} name={name} />
        </Fragment>
      ))}
    </Text>
  );
}

function OtherLink({ id, name }: { id: string; name: string }) {
  return (
    <FilterLink to={`/actors/${encodeURIComponent(id)}`} inherit fw={550}>
      <Foreign>{name}</Foreign>
    </FilterLink>
  );
}

/** What a reader has to know before relying on a line. */
function Doubts({ line, interval }: { line: Line; interval: Interval | null }) {
  const own = [line.disputed && "disputed", line.alleged && "alleged"].filter(
    (one) => one !== false,
  );
  // On which day it is looked at is no matter of a profile.
  const all = interval ? notesAbout({ ...interval.relation, certain: true }) : own;
  return all.map((words) => (
    <Badge key={words} variant="outline" ml={4} className={classes.doubt}>
      {words}
    </Badge>
  ));
}

function whenWords(line: Line, interval: Interval | null): string {
  if (interval) return intervalWords(interval) || "no day told";
  if (line.section === "events") return timeWords(line.since) || "no day told";
  const since = timeWords(line.since, { point: true });
  const until = timeWords(line.until, { point: true });
  return [since, until && `ended ${until}`].filter(Boolean).join(", ") || "no day told";
}
