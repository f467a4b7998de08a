import { Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { PALE, PredicateLabel } from "@/signs";
import { NodeMark } from "./NodeMark";
import classes from "./PictureLegend.module.css";
import { type Kind, type Scene, widthOf } from "./scene";
import { kindWords } from "./words";

/** What lines and shapes of this scene mean. Only what is drawn is explained. */
export function PictureLegend({ scene }: { scene: Scene }) {
  const predicates = [...new Set(scene.ties.map(({ sign }) => sign.predicate))].sort();
  const kinds = [...new Set(scene.nodes.map(({ kind }) => kind))].sort();
  return (
    <section aria-label="Legend" className={classes.legend}>
      <Row title="Lines">
        {predicates.map((predicate) => (
          <PredicateLabel key={predicate} predicate={predicate} />
        ))}
      </Row>
      <Row title="How sure">
        {SAMPLES.filter(({ when }) => scene.ties.some(when)).map(({ words, sample }) => (
          <Entry key={words} mark={sample} words={words} />
        ))}
      </Row>
      <Row title="Shapes">
        {kinds.map((kind: Kind) => (
          <Entry key={kind} mark={<NodeMark kind={kind} />} words={kindWords(kind)} />
        ))}
      </Row>
    </section>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <Text size="xs" c="dimmed" className={classes.title}>
        {title}
      </Text>
      <Group gap="2px 14px" fz="xs">
        {children}
      </Group>
    </div>
  );
}

function Entry({ mark, words }: { mark: ReactNode; words: string }) {
  return (
    <span className={classes.entry}>
      {mark}
      {words}
    </span>
  );
}

const [WIDTH, HEIGHT] = [30, 14];

function Sample({ children }: { children: ReactNode }) {
  return (
    <svg width={WIDTH} height={HEIGHT} stroke="currentColor" aria-hidden="true">
      {children}
    </svg>
  );
}

function Line({ width, colour, opacity }: { width: number; colour?: string; opacity?: number }) {
  const y = HEIGHT / 2;
  return (
    <line
      x1={1}
      x2={WIDTH - 1}
      y1={y}
      y2={y}
      stroke={colour}
      strokeWidth={width}
      opacity={opacity}
    />
  );
}

type Drawn = Scene["ties"][number];

const SAMPLES: { words: string; sample: ReactNode; when: (tie: Drawn) => boolean }[] = [
  {
    words: "the thicker, the more independent reports",
    sample: (
      <Sample>
        <Line width={widthOf(4)} />
      </Sample>
    ),
    when: () => true,
  },
  {
    words: "only alleged",
    sample: (
      <Sample>
        <Line width={2} opacity={PALE} />
      </Sample>
    ),
    when: ({ relation }) => relation.alleged,
  },
  {
    words: "disputed",
    sample: (
      <Sample>
        <Line width={2} opacity={PALE} />
        <circle cx={WIDTH / 2} cy={HEIGHT / 2} r={6} fill="var(--mantine-color-body)" />
        <text x={WIDTH / 2} y={HEIGHT / 2 + 3.5} textAnchor="middle" className={classes.doubt}>
          ?
        </text>
      </Sample>
    ),
    when: ({ disputed }) => disputed,
  },
  {
    words: "faded, or day uncertain",
    sample: (
      <Sample>
        <Line width={4.5} />
        <Line width={2} colour="var(--mantine-color-body)" />
      </Sample>
    ),
    when: ({ hollow }) => hollow,
  },
];
