/** The marks of the time axis, from decades to days. */
import { type CountableTimeInterval, utcDay, utcMonday, utcMonth, utcYear } from "d3-time";
import { type Day, dateOf } from "./days";

export interface Tick {
  day: Day;
  words: string;
}

export interface Axis {
  /** Fine marks, and coarse ones for the years (or months) that they lie in. */
  ticks: Tick[];
  heads: Tick[];
}

interface Step {
  interval: CountableTimeInterval;
  every: number;
  /** Days that one step is long, about. */
  days: number;
  words: (date: Date) => string;
  head: Head | null;
}

interface Head {
  interval: CountableTimeInterval;
  words: (date: Date) => string;
}

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const year = (date: Date) => String(date.getUTCFullYear());
const month = (date: Date) => MONTHS[date.getUTCMonth()] ?? "";
const dayOfMonth = (date: Date) => String(date.getUTCDate());
const YEARS: Head = { interval: utcYear, words: year };
const MONTH_YEARS: Head = { interval: utcMonth, words: (date) => `${month(date)} ${year(date)}` };

const STEPS: readonly Step[] = [
  { interval: utcDay, every: 1, days: 1, words: dayOfMonth, head: MONTH_YEARS },
  { interval: utcMonday, every: 1, days: 7, words: dayOfMonth, head: MONTH_YEARS },
  { interval: utcMonth, every: 1, days: 30, words: month, head: YEARS },
  { interval: utcMonth, every: 3, days: 91, words: month, head: YEARS },
  { interval: utcYear, every: 1, days: 365, words: year, head: null },
  { interval: utcYear, every: 2, days: 730, words: year, head: null },
  { interval: utcYear, every: 5, days: 1826, words: year, head: null },
  { interval: utcYear, every: 10, days: 3652, words: year, head: null },
  { interval: utcYear, every: 50, days: 18262, words: year, head: null },
];
// Pixels that a mark needs for its words.
const LEAST = 44;

/** The marks from one day to another, at so many pixels a day; the head of the first day stands at that day. */
export function axisOf(from: Day, to: Day, pixelsPerDay: number): Axis {
  const last = STEPS.length - 1;
  const found = STEPS.findIndex(({ days }) => days * pixelsPerDay >= LEAST);
  const step = STEPS[found === -1 ? last : found];
  if (!step) return { ticks: [], heads: [] };
  const every =
    (step.every === 1 ? step.interval : step.interval.every(step.every)) ?? step.interval;
  const ticks = every.range(dateOf(from), dateOf(to)).map((date) => tick(date, step.words));
  return { ticks, heads: step.head ? headsOf(step.head, from, to) : [] };
}

function headsOf({ interval, words }: Head, from: Day, to: Day): Tick[] {
  const within = interval.range(dateOf(from), dateOf(to)).map((date) => tick(date, words));
  const first = { day: from, words: words(interval.floor(dateOf(from))) };
  return within[0]?.day === from ? within : [first, ...within];
}

function tick(date: Date, words: (date: Date) => string): Tick {
  return { day: date.getTime() / 86_400_000, words: words(date) };
}
