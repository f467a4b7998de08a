import { Button, MultiSelect, Switch } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconRestore } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { type Actor, useActors } from "@/api";
import { useFilter } from "@/filter";
import { type Sign, SignLine } from "@/signs";
import { safe } from "@/words";
import classes from "./drawing/Lanes.module.css";
import type { Choice } from "./model/choice";
import { type Kind, leads } from "./model/kinds";
import type { History } from "./model/plan";

const OFFERED = 30;
const TYPING_MS = 150;

interface Props {
  history: History;
  kinds: ReadonlyMap<string, Kind>;
  choice: Choice;
  signOf: (predicate: string) => Sign;
  /** Are there actors whom the history leaves out? They are looked for by name. */
  isPart?: boolean;
  onChange: (patch: Partial<Choice>) => void;
}

/** What is drawn: kinds of relations, which are the legend too, and whose lanes. */
export function Choosing({ history, kinds, choice, signOf, isPart = false, onChange }: Props) {
  return (
    <fieldset className={classes.choosing} aria-label="What is drawn">
      <Kinds {...{ history, kinds, choice, signOf, onChange }} />
      <Whose {...{ history, choice, isPart, onChange }} />
    </fieldset>
  );
}

/** One button a kind that the history has, with its line before it. */
function Kinds({ history, kinds, choice, signOf, onChange }: Omit<Props, "isPart">) {
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

type Whose = Pick<Props, "history" | "choice" | "onChange"> & { isPart: boolean };

function Whose({ history, choice, isPart, onChange }: Whose) {
  const [typed, setTyped] = useState("");
  const names = useMemo(() => history.actors.map(offered), [history]);
  const known = new Set(names.map(({ value }) => value));
  const others = useOthers(isPart ? typed : "").filter(({ value }) => !known.has(value));
  const missing = choice.only
    .filter((id) => !known.has(id) && !others.some(({ value }) => value === id))
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
        data={[...names, ...others, ...missing]}
        value={[...choice.only]}
        onChange={(only) => onChange({ only })}
        onSearchChange={setTyped}
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

function offered({ id, name }: Actor) {
  return { value: id, label: safe(name) };
}

/** Actors of the whole store whose names hold these words; none for none. */
function useOthers(typed: string) {
  const { filter } = useFilter();
  const [words] = useDebouncedValue(typed, TYPING_MS);
  const found = useActors(filter, { q: words, limit: OFFERED }, { off: words === "" });
  return words === "" ? [] : (found.data?.rows ?? []).map(({ actor }) => offered(actor));
}
