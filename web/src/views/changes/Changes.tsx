import { Button, Group, SegmentedControl, Text } from "@mantine/core";
import { useSearchParams } from "react-router";
import { useAbout, useChanges } from "@/api";
import { around, DayRange, type Span } from "@/days";
import { Downloads } from "@/evidence";
import { type Filter, parseFilter, useFilter, writeFilter } from "@/filter";
import { DayInput } from "@/filter/DayInput";
import { Answered, Nothing, Page } from "@/frame";
import { count, dayWords, isDay, numberWords } from "@/words";
import { ChangeList } from "./ChangeList";
import classes from "./Changes.module.css";
import { PRESETS, type Side, shownSpan, spanOf } from "./span";
import { tallied } from "./words";

const KNOWN_FROM = "known_from";
// Some screens full; the others come when asked for.
const PAGE_OF = 200;

/** What changed between two days: in the world, or in what was known of it. */
export default function Changes() {
  const about = useAbout();
  return (
    <Page title="Changes">
      <Answered asked={about}>
        {({ first_day: first, last_day: last }) =>
          first && last ? <Between all={{ first, last }} /> : <Nothing of="changes" />
        }
      </Answered>
    </Page>
  );
}

function Between({ all }: { all: Span }) {
  const { filter } = useFilter();
  const { side, knownFrom, choose } = useSides();
  const span = shownSpan(side, filter, knownFrom, all);
  const { asked, extra } = questionOf(side, filter, span);
  const changes = useChanges(asked, { ...extra, limit: PAGE_OF });
  const set = (next: Span) => choose(side, next);
  return (
    <>
      <section className={classes.days} aria-label="Days" data-print="no">
        <Group gap="xs" justify="space-between">
          <Group gap="xs">
            <SegmentedControl
              size="xs"
              aria-label="What changed"
              value={side}
              onChange={(next) => choose(next as Side, span)}
              data={[
                { value: "world", label: "In the world" },
                { value: "known", label: "In what was known" },
              ]}
            />
            {PRESETS.map((preset) => (
              <Button
                key={preset.label}
                size="compact-xs"
                variant="default"
                onClick={() => set(spanOf(preset, all))}
              >
                {preset.label}
              </Button>
            ))}
          </Group>
          <Downloads table="changes" filter={asked} extra={extra} />
        </Group>
        <Group gap="md" align="flex-end">
          <DayInput
            label={side === "world" ? "From" : "Known from"}
            value={span.first}
            most={span.last}
            onChange={(first) => first && set({ ...span, first })}
          />
          <DayInput
            label={side === "world" ? "To" : "Known by"}
            value={span.last}
            least={span.first}
            onChange={(last) => last && set({ ...span, last })}
          />
          <div className={classes.line}>
            <DayRange
              label={side === "world" ? "Days in the world" : "Days of knowledge"}
              all={around(span, all)}
              value={span}
              onChange={set}
              height={26}
            />
          </div>
        </Group>
      </section>
      <Answered asked={changes}>
        {({ rows, total, first }) => (
          <>
            <div role="status">
              <Text size="sm">{told(side, span, total)}</Text>
              {rows.length < total && (
                <Text size="sm">{`Showing the first ${numberWords(rows.length)}.`}</Text>
              )}
              <Text size="xs" c="dimmed">
                {tallied(first.facets)}
              </Text>
            </div>
            {rows.length ? (
              <ChangeList {...changes} {...{ rows, total }} />
            ) : (
              <Nothing of="changes" />
            )}
          </>
        )}
      </Answered>
    </>
  );
}

interface Question {
  asked: Filter;
  extra: Record<string, string>;
}

/** What is asked of the API: the same days under other names. */
function questionOf(side: Side, filter: Filter, { first, last }: Span): Question {
  if (side === "world") return { asked: { ...filter, from: first, to: last }, extra: {} };
  return { asked: { ...filter, known_by: last }, extra: { known_from: first } };
}

/** Which side is shown, as the address says: days of knowledge make the other one. */
function useSides() {
  const [params, setParams] = useSearchParams();
  const written = params.get(KNOWN_FROM) ?? "";
  const knownFrom = isDay(written) ? written : undefined;
  const choose = (side: Side, { first, last }: Span) =>
    setParams(
      (now) => {
        const filter = parseFilter(now).filter;
        const next = new URLSearchParams(now);
        next.delete(KNOWN_FROM);
        if (side === "world") {
          return writeFilter({ ...filter, known_by: undefined, from: first, to: last }, next);
        }
        next.set(KNOWN_FROM, first);
        return writeFilter({ ...filter, known_by: last, from: undefined, to: undefined }, next);
      },
      { preventScrollReset: true },
    );
  return { side: (knownFrom ? "known" : "world") as Side, knownFrom, choose };
}

function told(side: Side, { first, last }: Span, number: number): string {
  const changes = count(number, "change");
  if (side === "world")
    return `${changes} from ${dayWords(first)} to ${dayWords(last)}, as reports tell.`;
  return `${changes} in what was known, between ${dayWords(first)} and ${dayWords(last)}.`;
}
