import { headPath, PALE, type Sign } from "@/signs";
import type { Painting } from "../drawing/painting";
import { textWidth } from "../model/text";

interface Props {
  signs: readonly Sign[];
  painting: Painting;
  width: number;
}

const LINE = 34;
const ROW = 20;
const SIZE = 11;

/** What lines mean, in rows: the sheet is read without the app. */
export function PosterKey({ signs, painting, width }: Props) {
  const { ink, colourOf } = painting;
  const items = [
    ...signs.map((sign) => ({
      words: sign.label,
      line: <SignMark sign={sign} colour={colourOf(sign)} />,
    })),
    {
      words: "pale: disputed, or only alleged",
      line: <path d={`M0 -4h${LINE}`} stroke={ink.ink} strokeWidth={2} opacity={PALE} />,
    },
    {
      words: "thin dots: not told of any more",
      line: <path d={`M0 -4h${LINE}`} stroke={ink.ink} strokeWidth={1} strokeDasharray="1.5 3.5" />,
    },
    {
      words: "between the ticks: the day is not known better",
      line: <path d={`M0 -7v6m0 -3h${LINE}m0 -3v6`} stroke={ink.ink} fill="none" />,
    },
    {
      words: "ring: began; a line that fades in: only first told of",
      line: <circle cx={LINE / 2} cy={-4} r={4.5} fill="none" stroke={ink.ink} strokeWidth={2} />,
    },
  ];
  let [at, row] = [0, 0];
  return items.map(({ words, line }) => {
    const room = LINE + 8 + textWidth(words, SIZE) + 18;
    if (at + room > width) [at, row] = [0, row + 1];
    const [x, y] = [at, row * ROW + 12];
    at += room;
    return (
      <g key={words} transform={`translate(${x} ${y})`}>
        {line}
        <text x={LINE + 8} fontSize={SIZE} fill={ink.dim}>
          {words}
        </text>
      </g>
    );
  });
}

/** As in the app's legend. */
function SignMark({ sign, colour }: { sign: Sign; colour: string }) {
  const end = sign.arrow === "end" ? LINE - 8 : LINE;
  return (
    <g transform="translate(0 -10)" stroke={colour}>
      <path d={`M0 6H${end}`} strokeWidth={2} strokeDasharray={sign.dash.join(" ") || undefined} />
      <path d={headPath(sign, LINE)} fill={colour} strokeWidth={1.5} />
    </g>
  );
}
