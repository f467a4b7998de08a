import type { Scheme } from "@/signs";
import { count, numberWords, safe } from "@/words";
import type { Mark } from "./clusters";
import { GROUPS, MEANS } from "./groups";
import { colourOf, THICK } from "./look";
import classes from "./Map.module.css";

interface Props {
  mark: Mark;
  /** Of the one place; empty for several. */
  name: string;
  written: boolean;
  chosen: boolean;
  scheme: Scheme;
  onClick: () => void;
}

/** Events of one place, or of several: how many, and what share of them is of each kind. */
export function EventsMark({ mark, name, written, chosen, scheme, onClick }: Props) {
  const { total, places, counts, id } = mark;
  const radius = radiusOf(total);
  const kinds = GROUPS.filter((group) => counts[group]).map(
    (group) => `${counts[group]} ${MEANS[group]}`,
  );
  const what = id === null ? `${count(places, "place")}, zoom in` : safe(name);
  const label = `${what}: ${count(total, "event")}, ${kinds.join(", ")}`;
  return (
    <div className={classes.place}>
      <button
        type="button"
        className={classes.mark}
        data-many={id === null || undefined}
        aria-pressed={id === null ? undefined : chosen}
        aria-label={label}
        title={label}
        onClick={onClick}
      >
        <svg
          width={radius * 2 + 8}
          height={radius * 2 + 8}
          viewBox={`${-radius - 4} ${-radius - 4} ${radius * 2 + 8} ${radius * 2 + 8}`}
          aria-hidden="true"
        >
          <circle r={radius + 1} className={classes.disc} />
          <Ring mark={mark} radius={radius} scheme={scheme} />
          {id === null && <circle r={radius + 3} className={classes.many} />}
          <text className={classes.number} textAnchor="middle" dominantBaseline="central">
            {numberWords(total)}
          </text>
        </svg>
      </button>
      {written && (
        <span aria-hidden="true" className={classes.name}>
          <bdi>{safe(name)}</bdi>
        </span>
      )}
    </div>
  );
}

interface RingProps {
  mark: Mark;
  radius: number;
  scheme: Scheme;
}

function Ring({ mark: { counts, total }, radius, scheme }: RingProps) {
  let done = 0;
  return GROUPS.filter((group) => counts[group]).map((group) => {
    const share = (counts[group] ?? 0) / total;
    const thick = THICK[group];
    const round = 2 * Math.PI * (radius - thick / 2);
    const dash = { strokeDasharray: `${share * round} ${round}`, strokeDashoffset: -done * round };
    done += share;
    return (
      <circle
        key={group}
        r={radius - thick / 2}
        fill="none"
        stroke={colourOf(group, scheme)}
        strokeWidth={thick}
        transform="rotate(-90)"
        {...dash}
      />
    );
  });
}

/** By area, from what can be touched to what does not cover its neighbours; pixels. */
export function radiusOf(total: number): number {
  return Math.min(26, 12 + 2 * Math.sqrt(total));
}
