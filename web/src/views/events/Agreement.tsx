import { Text, Title } from "@mantine/core";
import type { Shapes } from "@/api";
import { count, Foreign } from "@/words";
import { compared, type Point } from "./compared";
import classes from "./Event.module.css";

/** What the witnesses agree on and what they differ on, question by question. */
export function Agreement({ groups }: { groups: readonly Shapes["WitnessGroup"][] }) {
  const points = compared(groups);
  const differ = points.filter(({ agreed }) => !agreed);
  return (
    <section aria-label="Where they agree and differ">
      <Title order={2} size="h5">
        Where the witnesses agree and differ
      </Title>
      <Text size="sm" c="dimmed">
        {differ.length === 0
          ? "They agree in all that more than one of them tells."
          : `They differ on: ${differ.map(({ label }) => label.toLowerCase()).join(", ")}.`}
      </Text>
      <table className={classes.points}>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">What is said, and by whom</th>
            <th scope="col">So</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <Row key={point.label} point={point} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ point: { label, versions, silent, agreed } }: { point: Point }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        {versions.map(({ words, witnesses }) => (
          <div key={words}>
            <b>
              <Foreign>{words}</Foreign>
            </b>{" "}
            <span className={classes.by}>
              <Foreign>{witnesses.join("; ")}</Foreign>
            </span>
          </div>
        ))}
        {silent.length > 0 && (
          <span className={classes.by}>{count(silent.length, "witness", "witnesses")} silent</span>
        )}
      </td>
      <td>{agreed ? "agreed" : <b>differs</b>}</td>
    </tr>
  );
}
