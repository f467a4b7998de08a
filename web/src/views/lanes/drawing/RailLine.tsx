import type { Rail } from "../model/placed";

interface Props {
  rail: Rail;
  colour: string;
  dash?: readonly number[];
  width: number;
}

// Pixels over which a beginning that nobody names fades in.
const FADE = 14;

/** Where it ends, as far as anything is drawn of it. */
export function endOf({ tail, ending, to }: Rail): number {
  return tail ?? ending?.to ?? to;
}

/** A length of time: full where it held, striped where it may have ended, thin where nobody tells of it any more. */
export function RailLine({
  rail: { y, from, to, ending, tail, open },
  colour,
  dash,
  width,
}: Props) {
  return (
    <>
      {open && (
        <path
          d={`M${from - FADE} ${y}h3m2 0h3m2 0h3`}
          stroke={colour}
          strokeWidth={width * 0.7}
          opacity={0.55}
        />
      )}
      {to > from && (
        <path
          d={`M${from} ${y}H${to}`}
          stroke={colour}
          strokeWidth={width}
          strokeDasharray={dash?.length ? dash.join(" ") : undefined}
        />
      )}
      {ending && (
        <path
          d={`M${ending.from} ${y}H${ending.to}`}
          stroke={colour}
          strokeWidth={width + 3}
          strokeDasharray="1.5 2.5"
        />
      )}
      {tail !== null && (
        <path
          d={`M${to} ${y}H${tail}`}
          stroke={colour}
          strokeWidth={1}
          strokeDasharray="1.5 3.5"
          opacity={0.75}
        />
      )}
    </>
  );
}
