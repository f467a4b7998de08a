import { Button, Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { type Explanation, type Shapes, useArticle } from "@/api";
import { Answered } from "@/frame";
import { Foreign } from "@/words";
import type { Fields } from "./correction";
import { type Stretch, stretches, wordsAt } from "./picking";
import classes from "./Review.module.css";

interface Props {
  claim: Explanation;
  fields: Fields;
  set: (patch: Partial<Fields>) => void;
}

type Part = "source" | "target";

/** Pick the words that name source and target: every actor named in the article is a button. */
export function PickParties({ claim, fields, set }: Props) {
  const asked = useArticle(claim.report.article_id);
  const [part, setPart] = useState<Part>("source");
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Text size="sm" fw={500}>
          Pick the words that name the
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="Part to pick"
          value={part}
          onChange={(value) => setPart(value as Part)}
          data={["source", "target"]}
        />
      </Group>
      <Answered asked={asked}>
        {(article) => (
          <>
            <ReportText article={article} claim={claim} fields={fields} part={part} set={set} />
            <Picked text={article.text} fields={fields} set={set} />
          </>
        )}
      </Answered>
    </Stack>
  );
}

type Read = Shapes["ArticleRead"];

function ReportText({ article, claim, fields, part, set }: Props & { article: Read; part: Part }) {
  const here = useMemo(
    () => [claim.start, claim.start + Array.from(claim.sentence).length] as const,
    [claim],
  );
  const shown = useMemo(() => stretches(article, here), [article, here]);
  const sentence = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    sentence.current?.scrollIntoView({ block: "center" });
  }, []);
  const partOf = (one: Stretch): Part | undefined => {
    const is = (span: Fields["source"]) => span?.[0] === one.start && span[1] === one.end;
    if (is(fields.source)) return "source";
    return is(fields.target) ? "target" : undefined;
  };
  const firstHere = shown.find((one) => one.here);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={classes.article} dir="auto" tabIndex={0} aria-label="The report around it">
      {shown.map((one) =>
        one.naming ? (
          <button
            key={one.start}
            type="button"
            className={classes.naming}
            data-part={partOf(one)}
            aria-pressed={partOf(one) !== undefined}
            title={`${one.naming}: take as ${part}`}
            onClick={() => set({ [part]: [one.start, one.end] })}
          >
            {partOf(one) && <span className={classes.part}>{partOf(one)}</span>}
            <Foreign>{one.text}</Foreign>
          </button>
        ) : (
          <span
            key={one.start}
            ref={one === firstHere ? sentence : undefined}
            className={one.here ? classes.here : undefined}
          >
            <Foreign>{one.text}</Foreign>
          </span>
        ),
      )}
    </section>
  );
}

function Picked({ text, fields, set }: { text: string } & Pick<Props, "fields" | "set">) {
  return (
    <Group gap="sm">
      {(["source", "target"] as const).map((part) => {
        const span = fields[part];
        return (
          span && (
            <Group gap={4} key={part}>
              <Text size="xs">
                {part}: <Foreign>{wordsAt(text, span)}</Foreign>
              </Text>
              <Button size="compact-xs" variant="subtle" onClick={() => set({ [part]: null })}>
                as it was read
              </Button>
            </Group>
          )
        );
      })}
      {!fields.source && !fields.target && (
        <Text size="xs" c="dimmed">
          Underlined words name somebody. Words that were not read as an actor cannot be picked.
        </Text>
      )}
    </Group>
  );
}
