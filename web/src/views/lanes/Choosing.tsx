import { Button, MultiSelect, Switch } from "@mantine/core";
import { IconRestore } from "@tabler/icons-react";
import { useMemo } from "react";
import { type Sign, SignLine } from "@/signs";
import { safe } from "@/words";
import classes from "./drawing/Lanes.module.css";
import type { Choice } from "./model/choice";
import { type Kind, leads } from "./model/kinds";
import type { History } from "./model/plan";

interface Props {
  history: History;
  kinds: ReadonlyMap<string, Kind>;
  choice: Choice;
  signOf: (predicate: string) => Sign;
  onChange: (patch: Partial<Choice>) => void;
}

/** What is drawn: kinds of relations, which are the legend too, and whose lanes. */
export function Choosing({ history, kinds, choice, signOf, onChange }: Props) {
  return (
    <fieldset className={classes.choosing} aria-label="What is drawn">
      <Kinds {...{ history, kinds, choice, signOf, onChange }} />
      <Whose {...{ history, choice, onChange }} />
    </fieldset>
  );
}

/** One button a kind that the history has, with its line before it. */
function Kinds({ history, kinds, choice, signOf, onChange }: Props) {
  const told = useMemo(
    () => new Set(history.intervals.map(({ relation }) => relation.predicate)),
    [history],
  );
  const toggle = (predicate: string) => {
    const drawn = new Set(choice.kinds);
    if (!drawn.delete(predicate)) drawn.add(predicate);
    onChange({ kinds: drawn });
  };
  return (
    <div className={classes.kinds}>
      {[...kinds.values()]
        .filter((kind) => told.has(kind.predicate) && !leads(kind))
        .map(({ predicate, label }) => (
          <button
            key={predicate}
            type="button"
            className={classes.kind}
            aria-pressed={choice.kinds.has(predicate)}
            onClick={() => toggle(predicate)}
          >
            <SignLine sign={signOf(predicate)} width={28} />
            {label}
          </button>
        ))}
    </div>
  );
}

function Whose({ history, choice, onChange }: Pick<Props, "history" | "choice" | "onChange">) {
  const names = useMemo(
    () => history.actors.map(({ id, name }) => ({ value: id, label: safe(name) })),
    [history],
  );
  const known = new Set(names.map(({ value }) => value));
  const missing = choice.only
    .filter((id) => !known.has(id))
    .map((id) => ({ value: id, label: id }));
  const chosen = choice.only.length > 0;
  return (
    <div className={classes.whose}>
      <MultiSelect
        size="xs"
        aria-label="Only these groups"
        placeholder={chosen ? "add an actor" : "Only some groups …"}
        searchable
        clearable
        limit={100}
        data={[...names, ...missing]}
        value={[...choice.only]}
        onChange={(only) => onChange({ only })}
        className={classes.only}
      />
      {chosen && (
        <Switch
          size="xs"
          label="and those tied to them"
          checked={choice.neighbours}
          onChange={(event) => onChange({ neighbours: event.currentTarget.checked })}
        />
      )}
      <Switch
        size="xs"
        label="lanes for persons"
        checked={choice.persons}
        onChange={(event) => onChange({ persons: event.currentTarget.checked })}
      />
      {choice.folded.size > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconRestore size={13} />}
          onClick={() => onChange({ folded: new Set() })}
        >
          Unfold all
        </Button>
      )}
    </div>
  );
}
