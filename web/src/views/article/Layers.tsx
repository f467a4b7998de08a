import { Checkbox, Group } from "@mantine/core";
import { numberWords } from "@/words";
import texts from "./ArticleText.module.css";
import { LAYERS, type Layer, layerCounts, type Read } from "./reads";

interface Props {
  reads: readonly Read[];
  hidden: ReadonlySet<string>;
  toggle: (layer: Layer) => void;
}

/** What is lit, and how: a switch a layer, each label drawn as its words are in the text. */
export function Layers({ reads, hidden, toggle }: Props) {
  return (
    <Group gap="sm" role="group" aria-label="What is lit">
      {layerCounts(reads).map(([layer, number]) => (
        <Checkbox
          key={layer}
          size="xs"
          checked={!hidden.has(layer)}
          onChange={() => toggle(layer)}
          label={
            <>
              <span className={texts.lit} {...lookOf(layer)}>
                {LAYERS[layer]}
              </span>{" "}
              {numberWords(number)}
            </>
          }
        />
      ))}
    </Group>
  );
}

function lookOf(layer: Layer) {
  switch (layer) {
    case "claim":
      return { "data-claims": "", "data-depth": 1 };
    case "statement":
      return { "data-statement": true };
    case "furniture":
      return { "data-grey": true };
    case "dateline":
      return { "data-dateline": true };
    default:
      return { "data-under": layer };
  }
}
