import type { Sign } from "./sign";
import { useSigns } from "./useSigns";

interface Props {
  sign: Sign;
  /** Pixels. */
  width?: number;
  /** Drawn as disputed and merely alleged ties are. */
  pale?: boolean;
}

/** What is disputed or only alleged is drawn so: this share of full ink. */
export const PALE = 0.45;
const HEIGHT = 12;
const MIDDLE = HEIGHT / 2;

/** A line drawn as the predicate is drawn on the map. It says nothing by itself: the label stands beside it. */
export function SignLine({ sign, width = 44, pale = false }: Props) {
  const colour = useSigns().colour(sign);
  if (sign.family === "event") return <EventMark colour={colour} />;
  const end = sign.arrow === "end" ? width - 8 : width - 1;
  return (
    <svg width={width} height={HEIGHT} aria-hidden="true" opacity={pale ? PALE : 1}>
      <line
        x1={1}
        x2={end}
        y1={MIDDLE}
        y2={MIDDLE}
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={sign.dash.join(" ") || undefined}
      />
      <path d={headPath(sign, width)} fill={colour} stroke={colour} strokeWidth={1.5} />
    </svg>
  );
}

/** The head at the end of a directed line, or the mark in the middle of one that goes both ways. */
export function headPath(sign: Sign, width: number): string {
  const x = sign.arrow === "end" ? width - 9 : width / 2 - 4;
  switch (sign.head) {
    case "triangle":
      return `M${x} ${MIDDLE - 4}l8 4l-8 4z`;
    case "diamond":
      return `M${x} ${MIDDLE}l4 -4l4 4l-4 4z`;
    case "bar":
      return `M${x + 2} ${MIDDLE - 5}v10m4 -10v10`;
    case "circle":
      return `M${x + 1} ${MIDDLE}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`;
    default:
      return "";
  }
}

function EventMark({ colour }: { colour: string }) {
  return (
    <svg width={HEIGHT} height={HEIGHT} aria-hidden="true">
      <rect x={3} y={3} width={6} height={6} fill={colour} transform="rotate(45 6 6)" />
    </svg>
  );
}
