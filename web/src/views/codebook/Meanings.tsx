import { Text, Title } from "@mantine/core";
import type { Shapes } from "@/api";
import classes from "./Codebook.module.css";

interface Props {
  title: string;
  /** What the anchors begin with: "phase" gives "#phase-begins". */
  id: string;
  meanings: readonly Shapes["Meaning"][];
}

/** Words that a claim bears beside its predicate, each with its definition and an example. */
export function Meanings({ title, id, meanings }: Props) {
  return (
    <section aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="xs">
        {title}
      </Title>
      <dl className={classes.meanings}>
        {meanings.map(({ name, label, definition, example }) => (
          <div key={name} id={`${id}-${name}`} tabIndex={-1}>
            <dt>{label}</dt>
            <dd>
              {definition}
              {example && (
                <Text span size="sm" fs="italic" c="dimmed">
                  {" "}
                  {example}
                </Text>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
