import type { Scheme } from "@/signs";
import { Foreign } from "@/words";
import { GROUPS, MEANS } from "./groups";
import { colourOf, OTHERS, THICK } from "./look";
import classes from "./Map.module.css";
import { isDisputed, type Sight } from "./sights";

interface Props {
  scheme: Scheme;
  sights: readonly Sight[];
  colours: ReadonlyMap<string, string>;
}

/** What rings, squares and circles mean; folded where there is little room. */
export function MapLegend({ scheme, sights, colours }: Props) {
  const wide = window.matchMedia("(min-width: 62em)").matches;
  const names = new Map(
    sights.flatMap(({ holders }) => holders.map(({ id, name }) => [id, name] as const)),
  );
  const own = [...colours].filter(([, colour]) => colour !== OTHERS);
  const rest = colours.size - own.length;
  return (
    <details className={classes.legend} open={wide}>
      <summary>Legend</summary>
      <p>Events, by number</p>
      {GROUPS.filter((group) => group !== "other").map((group) => (
        <div key={group}>
          <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden="true">
            <circle
              r={8 - THICK[group] / 2}
              fill="none"
              stroke={colourOf(group, scheme)}
              strokeWidth={THICK[group]}
            />
          </svg>
          {MEANS[group]}
        </div>
      ))}
      {own.length > 0 && <p>Said to be held by</p>}
      {own.map(([id, colour]) => (
        <div key={id}>
          <Square colour={colour} />
          <Foreign>{names.get(id) ?? id}</Foreign>
        </div>
      ))}
      {rest > 0 && (
        <div>
          <Square colour={OTHERS} />
          {rest} more
        </div>
      )}
      {sights.some((one) => one.holders.length && isDisputed(one)) && (
        <div>
          <Square colour="none" broken />
          disputed: reports differ
        </div>
      )}
      <p>Broken circle: how vague a place is</p>
    </details>
  );
}

function Square({ colour, broken = false }: { colour: string; broken?: boolean }) {
  return (
    <svg width={18} height={18} viewBox="0 0 24 24" aria-hidden="true">
      <rect
        x={4}
        y={4}
        width={16}
        height={16}
        fill={colour}
        className={classes.edge}
        style={{ fill: colour }}
        strokeDasharray={broken ? "3 2" : undefined}
      />
    </svg>
  );
}
