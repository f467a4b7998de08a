import { Code, Text } from "@mantine/core";
import type { Explanation } from "@/api";
import { short } from "@/words";
import classes from "./Rules.module.css";

/** Why it was read so: the lines of the data files that fired, and what read them. Folded until asked for. */
export function Rules({ explanation: { rules, run, claim } }: { explanation: Explanation }) {
  return (
    <details className={classes.rules}>
      <summary>Why it was read so</summary>
      {rules.map(({ rule, file, number, text }) => (
        <div key={`${rule}:${number}`}>
          <Text size="xs">
            {rule}
            {file && ` (${file}${number ? `, line ${number}` : ""})`}
          </Text>
          {text && <Code block>{text}</Code>}
        </div>
      ))}
      <Text size="xs" c="dimmed">
        read by version {run.code_version}, {run.models.join(", ")} ({short(run.id)}); on the
        command line: <Code>allegiance why {short(claim.id)}</Code>
      </Text>
    </details>
  );
}
