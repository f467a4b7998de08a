import { safe } from "@/words";
import { OTHERS } from "./look";
import classes from "./Map.module.css";
import { isDisputed, type Sight } from "./sights";

interface Props {
  sight: Sight;
  colours: ReadonlyMap<string, string>;
  written: boolean;
  chosen: boolean;
  onClick: () => void;
}

/** Who is said to hold a place: a filled square, one stripe a holder; a broken edge and a question mark where disputed. */
export function HolderMark({ sight, colours, written, chosen, onClick }: Props) {
  const { name, holders } = sight;
  const disputed = isDisputed(sight);
  const words = holderWords(sight);
  const width = 16 / holders.length;
  return (
    <div className={classes.place}>
      <button
        type="button"
        className={classes.mark}
        aria-pressed={chosen}
        aria-label={`${safe(name)}, held: ${words}`}
        title={`${safe(name)}: ${words}`}
        onClick={onClick}
      >
        <svg width={24} height={24} viewBox="0 0 24 24" aria-hidden="true">
          {holders.map(({ id }, number) => (
            <rect
              key={id}
              x={4 + number * width}
              y={4}
              width={width}
              height={16}
              fill={colours.get(id) ?? OTHERS}
            />
          ))}
          <rect
            x={4}
            y={4}
            width={16}
            height={16}
            className={classes.edge}
            strokeDasharray={disputed ? "3 2" : undefined}
          />
          {disputed && (
            <text x={12} y={12.5} className={classes.doubt} textAnchor="middle">
              ?
            </text>
          )}
        </svg>
      </button>
      {written && (
        <span aria-hidden="true" className={classes.name} data-beside>
          <bdi>{labelOf(sight)}</bdi>
        </span>
      )}
    </div>
  );
}

/** "Raqqa: Islamic State". */
export function labelOf({ name, holders }: Sight): string {
  return `${safe(name)}: ${holders.map((one) => safe(one.name)).join(" / ")}`;
}

/** Who, and how sure: "Islamic State; Ahrar al-Sham (disputed)". */
export function holderWords({ holders }: Pick<Sight, "holders">): string {
  const words = holders.map(({ name, relation }) => {
    const notes = [relation.disputed_by.length > 0 && "disputed", relation.alleged && "alleged"];
    const told = notes.filter(Boolean).join(", ");
    return told ? `${safe(name)} (${told})` : safe(name);
  });
  return words.join("; ") + (holders.length > 1 ? "; reports name several" : "");
}
