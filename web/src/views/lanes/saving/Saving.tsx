import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Scheme, Sign } from "@/signs";
import { inkOf } from "../drawing/ink";
import type { Painting } from "../drawing/painting";
import type { Kind } from "../model/kinds";
import type { History, Plan } from "../model/plan";
import { stretchWords } from "../model/words";
import { download, posterPng, posterSvg } from "./save";

interface Props {
  history: History;
  kinds: ReadonlyMap<string, Kind>;
  plan: Plan;
  day?: string;
  scheme: Scheme;
  signOf: (predicate: string) => Sign;
  colourOf: (sign: Sign) => string;
}

/** Buttons that save the whole picture, also what is not in view, as one sheet. */
export function Saving(props: Props) {
  const save = async (form: "svg" | "png") => {
    try {
      const svg = posterSvg(sheetOf(props));
      const blob =
        form === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await posterPng(svg);
      download(blob, `allegiance-lanes-${props.history.known_by}.${form}`);
    } catch (reason) {
      notifications.show({
        color: "red",
        title: "The picture was not saved",
        message: `${reason instanceof Error ? reason.message : reason}. Choose fewer groups, or save it as SVG.`,
      });
    }
  };
  return (
    <Group gap={6}>
      {(["svg", "png"] as const).map((form) => (
        <Button key={form} size="compact-xs" variant="default" onClick={() => void save(form)}>
          Save {form.toUpperCase()}
        </Button>
      ))}
    </Group>
  );
}

function sheetOf({ history, kinds, plan, day, scheme, signOf, colourOf }: Props) {
  const names = new Map(history.actors.map(({ id, name }) => [id, name]));
  const painting: Painting = {
    ink: inkOf(scheme),
    signOf,
    colourOf,
    tell: (stretch) => stretchWords(stretch, (actor) => names.get(actor) ?? actor),
    onOpen: null,
    onPoint: () => undefined,
  };
  const drawn = new Set([
    ...plan.ties.map(({ stretch }) => stretch.kind.predicate),
    ...plan.lanes.flatMap(({ body }) => body.names.flatMap(({ by }) => by?.kind.predicate ?? [])),
  ]);
  const signs = [...kinds.keys()].filter((one) => drawn.has(one)).map((one) => signOf(one));
  return { plan, painting, signs, knownBy: history.known_by, day };
}
