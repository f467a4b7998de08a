import { Alert, Button, Group, Text } from "@mantine/core";
import { useFullscreenElement } from "@mantine/hooks";
import { type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { type Signs, useSigns } from "@/signs";
import { count, Foreign } from "@/words";
import type { Positions } from "./layout";
import { type Choice, litBy } from "./lighting";
import { INKS, type Looks } from "./looks";
import classes from "./NetworkPicture.module.css";
import { NodeCard } from "./NodeCard";
import { PictureLegend } from "./PictureLegend";
import { RelationTable } from "./RelationTable";
import { SidePanel } from "./SidePanel";
import { download, pngOf, svgOf } from "./saving";
import { type Network, type Scene, sceneOf } from "./scene";
import { SaveMenu, Switches, Zoom } from "./Tools";
import { claimsOf } from "./tables";
import { type Tied, usePositions } from "./usePositions";
import { type Drawing, useStage } from "./useStage";
import { type NameOf, namesIn, sentenceOf } from "./words";

interface Props {
  network: Network;
  /** Ties of all times: actors keep the places that these give them while the day changes. Left out, the network's own. */
  ties?: readonly Tied[];
  /** The actor or place that alone is drawn, with those tied to it. */
  ego?: string;
  onEgo: (id: string | undefined) => void;
  /** Claims are asked for, under a title. */
  onEvidence: (claimIds: readonly string[], title: string) => void;
  /** A link to an actor's profile. */
  link?: (actorId: string) => ReactNode;
  /** More to choose from beside the lists: given a way to light actors together, and to open what ties them. */
  more?: { label: string; show: (choose: (choice: Choice) => void) => ReactNode };
}

const NO_TIES: readonly Tied[] = [];

/**
 * A network drawn: nodes that keep their places, signed and typed ties, lists that move the same choice by keyboard.
 * It fills the positioned element that it stands in. It asks nothing of the server; all that it shows is in its props, and in the codebook that the signs come from.
 */
export function NetworkPicture({ network, ties = NO_TIES, ego, onEgo, ...calls }: Props) {
  const signs = useSigns();
  const [shown, setShown] = useState({ places: true, alone: false });
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [pointed, setPointed] = useState<Choice | null>(null);
  const positions = usePositions(network, ties, signs);
  const scene = useMemo(
    () => sceneOf(network, (predicate) => signs.of(predicate), { ...shown, ego }),
    [network, signs, shown, ego],
  );
  const looks = useLooks(signs);
  const nameOf = useMemo(() => namesIn(network), [network]);
  const lit = useMemo(() => litBy(scene, pointed ?? chosen), [scene, pointed, chosen]);
  const host = useRef<HTMLDivElement>(null);
  const { ref: frame, toggle, fullscreen } = useFullscreenElement<HTMLDivElement>();

  const evidence = (claimIds: readonly string[], title: string) => {
    // The panel stands outside of what fills the screen.
    if (fullscreen) void document.exitFullscreen();
    calls.onEvidence(claimIds, title);
  };
  const open = (id: string) => {
    const relation = network.relations.find((one) => one.id === id);
    if (relation) evidence(claimsOf([relation]), sentenceOf(relation, nameOf, signs));
  };
  const pick = (choice: Choice | null) => {
    setChosen(choice);
    if (choice?.what === "tie") open(choice.id);
  };
  const enter = (id: string) => onEgo(id === ego ? undefined : id);
  const heard = { point: setPointed, pick, enter };
  const drawing = useStage(host, { scene, positions, looks, lit, heard });
  const save = (form: "svg" | "png") => savePicture({ network, scene, positions, looks }, form);

  return (
    <div className={classes.room}>
      <div ref={frame} className={classes.frame}>
        <div className={classes.main}>
          <Bar network={network} scene={scene} nameOf={nameOf} ego={ego} onEgo={onEgo}>
            <Switches
              {...shown}
              onPlaces={(places) => setShown({ ...shown, places })}
              onAlone={(alone) => setShown({ ...shown, alone })}
            />
            <SaveMenu onSave={save} />
          </Bar>
          <div className={classes.stage}>
            <Canvas host={host} drawing={drawing} label={labelOf(scene)} />
            {drawing.state === "drawn" && (
              <Zoom stage={drawing.stage} full={fullscreen} onFull={toggle} />
            )}
            {drawing.state === "barred" && <Barred network={network} nameOf={nameOf} />}
            <Card
              {...{ scene, chosen, ego, network, nameOf }}
              link={calls.link}
              onEgo={enter}
              onEvidence={evidence}
              onClose={() => setChosen(null)}
            />
          </div>
          <PictureLegend scene={scene} />
        </div>
        <SidePanel
          scene={scene}
          sentence={(relation) => sentenceOf(relation, nameOf, signs)}
          chosen={chosen}
          onChoose={setChosen}
          onOpen={open}
          onEnter={enter}
          more={calls.more}
        />
      </div>
    </div>
  );
}

function useLooks(signs: Signs): Looks {
  return useMemo(() => ({ inks: INKS[signs.scheme], colour: signs.colour }), [signs]);
}

function labelOf({ nodes, ties }: Scene): string {
  const all = `${count(nodes.length, "actor or place", "actors and places")}, ${count(ties.length, "relation")}`;
  return `Picture of ${all}. The lists beside it hold the same and work by keyboard.`;
}

interface CanvasProps {
  host: RefObject<HTMLDivElement | null>;
  drawing: Drawing;
  label: string;
}

function Canvas({ host, drawing, label }: CanvasProps) {
  const hidden = drawing.state === "barred";
  return <div ref={host} role="img" aria-label={label} className={classes.host} hidden={hidden} />;
}

/** Where nothing can be drawn: why, and the same as a table. */
function Barred({ network, nameOf }: { network: Network; nameOf: NameOf }) {
  return (
    <div className={classes.barred}>
      <Alert color="orange" title="This browser cannot draw the network" m="xs">
        It has no WebGL, or it is switched off: look for “hardware acceleration” in the browser's
        settings. The table says the same as the picture.
      </Alert>
      <RelationTable network={network} nameOf={nameOf} />
    </div>
  );
}

interface BarProps {
  network: Network;
  scene: Scene;
  nameOf: NameOf;
  ego?: string;
  onEgo: Props["onEgo"];
  children: ReactNode;
}

/** How much is drawn, of whom, and what can be done with it. */
function Bar({ network, scene, nameOf, ego, onEgo, children }: BarProps) {
  const actors = scene.nodes.filter(({ kind }) => kind !== "place").length;
  const [some, all] = [scene.ties.length, network.relations.length];
  const relations = some === all ? count(all, "relation") : `${some} of ${count(all, "relation")}`;
  const without =
    scene.alone > 0 && ego === undefined ? `, ${scene.alone} without ties not drawn` : "";
  return (
    <Group gap="6px 14px" className={classes.bar} data-print="no">
      <Text size="xs" c="dimmed" className={classes.count}>
        {count(actors, "actor")}, {relations}
        {without}
      </Text>
      {ego !== undefined && (
        <Group gap={6}>
          <Text size="xs">
            Only <Foreign>{nameOf(ego)}</Foreign> and its ties
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => onEgo(undefined)}>
            Show all
          </Button>
        </Group>
      )}
      {children}
    </Group>
  );
}

interface CardProps extends Pick<Props, "network" | "ego" | "link" | "onEvidence"> {
  scene: Scene;
  chosen: Choice | null;
  onEgo: (id: string) => void;
  onClose: () => void;
}

function Card({ scene, chosen, network, ego, link, onEgo, onEvidence, onClose }: CardProps) {
  const node = chosen?.what === "node" && scene.nodes.find(({ id }) => id === chosen.id);
  if (!node) return null;
  const drawn = new Set(scene.ties.map(({ id }) => id));
  const own = network.relations.filter(
    (one) => drawn.has(one.id) && [one.source, one.target, one.place].includes(node.id),
  );
  const claims = claimsOf(own);
  return (
    <NodeCard
      node={node}
      claims={claims.length}
      link={node.kind === "place" ? null : link?.(node.id)}
      isEgo={node.id === ego}
      onEgo={() => onEgo(node.id)}
      onEvidence={() => onEvidence(claims, node.name)}
      onClose={onClose}
    />
  );
}

interface Plate {
  network: Network;
  scene: Scene;
  positions: Positions;
  looks: Looks;
}

async function savePicture(plate: Plate, form: "svg" | "png") {
  const name = `network-${plate.network.on}.${form}`;
  if (form === "svg") return download(new Blob([svgOf(plate)], { type: "image/svg+xml" }), name);
  const picture = await pngOf(plate);
  if (picture) download(picture, name);
}
