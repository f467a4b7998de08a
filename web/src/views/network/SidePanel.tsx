import { CloseButton, SegmentedControl, Text, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Relation } from "@/api";
import { count, Foreign } from "@/words";
import { Listbox, type Option } from "./Listbox";
import type { Choice } from "./lighting";
import { NodeMark } from "./NodeMark";
import classes from "./SidePanel.module.css";
import type { Scene } from "./scene";
import { nodeWords, standingOf } from "./words";

interface Props {
  scene: Scene;
  sentence: (relation: Relation) => string;
  chosen: Choice | null;
  onChoose: (choice: Choice) => void;
  /** The evidence of a tie is asked for. */
  onOpen: (tieId: string) => void;
  /** A node is to be looked at with its ties alone. */
  onEnter: (nodeId: string) => void;
  more?: { label: string; show: (choose: (choice: Choice) => void) => ReactNode };
}

/** The same nodes and ties as lists; what is chosen in them is chosen in the picture, and the other way round. */
export function SidePanel({ scene, more, ...rest }: Props) {
  const [list, setList] = useState("nodes");
  const lists = [
    { value: "nodes", label: `Actors ${scene.nodes.length}` },
    { value: "ties", label: `Relations ${scene.ties.length}` },
    ...(more ? [{ value: "more", label: more.label }] : []),
  ];
  return (
    <section className={classes.panel} aria-label="Lists" data-print="no">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="List of"
        value={list}
        onChange={setList}
        data={lists}
      />
      {list === "nodes" && <Nodes scene={scene} {...rest} />}
      {list === "ties" && <Ties scene={scene} {...rest} />}
      {list === "more" && more?.show(rest.onChoose)}
    </section>
  );
}

type ListProps = Omit<Props, "more">;

function Nodes({ scene, chosen, onChoose, onEnter }: ListProps) {
  const options = scene.nodes.map((node) => ({
    id: node.id,
    text: node.name,
    shown: (
      <>
        <Text size="sm" truncate className={classes.name}>
          <NodeMark kind={node.kind} />
          <Foreign>{node.name}</Foreign>
        </Text>
        <Text size="xs" c="dimmed" className={classes.under}>
          {nodeWords(node)}
        </Text>
      </>
    ),
  }));
  return (
    <Found
      label="Actors and places"
      hint="Arrows choose, Enter shows only its ties"
      options={options}
    >
      {(found) => (
        <Listbox
          label="Actors and places"
          options={found}
          chosen={chosen?.what === "node" ? chosen.id : null}
          onChoose={(id) => onChoose({ what: "node", id })}
          onEnter={onEnter}
        />
      )}
    </Found>
  );
}

/** All ties; once a node is chosen, its own. */
function Ties({ scene, sentence, chosen, onChoose, onOpen }: ListProps) {
  const of = useOwner(scene, chosen);
  const [lifted, setLifted] = useState<string | null>(null);
  const own = of && of.id !== lifted;
  const ties = own
    ? scene.ties.filter((tie) => [tie.source, tie.target].includes(of.id))
    : scene.ties;
  const options = ties.map(({ id, relation }) => {
    const text = sentence(relation);
    return {
      id,
      text,
      shown: (
        <>
          <Text size="sm" truncate title={text}>
            <Foreign>{text}</Foreign>
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {standingOf(relation)}
          </Text>
        </>
      ),
    };
  });
  return (
    <>
      {own && (
        <div className={classes.own}>
          <Text size="xs" truncate>
            {count(ties.length, "relation")} of <Foreign>{of.name}</Foreign>
          </Text>
          <CloseButton size="xs" aria-label="List all relations" onClick={() => setLifted(of.id)} />
        </div>
      )}
      <Found label="Relations" hint="Arrows choose, Enter opens the evidence" options={options}>
        {(found) => (
          <Listbox
            label="Relations"
            options={found}
            chosen={chosen?.what === "tie" ? chosen.id : null}
            onChoose={(id) => onChoose({ what: "tie", id })}
            onClick={onOpen}
            onEnter={onOpen}
          />
        )}
      </Found>
    </>
  );
}

/** The node whose ties are listed: the last one chosen, also while one of its ties is. */
function useOwner(scene: Scene, chosen: Choice | null) {
  const [last, setLast] = useState<string | null>(null);
  const id = chosen?.what === "node" ? chosen.id : last;
  if (id !== last) setLast(id);
  return scene.nodes.find((node) => node.id === id);
}

interface FoundProps {
  label: string;
  hint: string;
  options: readonly Option[];
  children: (found: readonly Option[]) => ReactNode;
}

/** A list cut down to what holds some words. */
function Found({ label, hint, options, children }: FoundProps) {
  const [words, setWords] = useState("");
  const sought = words.toLocaleLowerCase();
  const found = options.filter(({ text }) => text.toLocaleLowerCase().includes(sought));
  return (
    <>
      <TextInput
        size="xs"
        aria-label={`Find in ${label.toLowerCase()}`}
        placeholder="Find"
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {found.length > 0 ? children(found) : <Text size="sm">None with “{words}” in it.</Text>}
      <Text size="xs" c="dimmed" className={classes.hint}>
        {hint}
      </Text>
    </>
  );
}
