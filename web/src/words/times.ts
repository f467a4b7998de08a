/** Times as a person reads them, never more exact than they are known. The same words as the command line's. */

/** Some time inside `[start, end)`, days in ISO 8601; null where open. */
export interface When {
  start: string | null;
  end: string | null;
  grain: string;
}

const DAY_MS = 86_400_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** Midnight UTC of a day; all arithmetic on days is done in UTC, where every day has 24 hours. */
export function dayOf(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** The day in ISO 8601. */
export function isoOf(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** So many days later; earlier where negative. */
export function plusDays(iso: string, days: number): string {
  return isoOf(new Date(dayOf(iso).getTime() + days * DAY_MS));
}

/** Days from the first to the second. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to).getTime() - dayOf(from).getTime()) / DAY_MS);
}

/** Is it a day that the calendar has, from year 1 to 9999? "2014-02-30" is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "0001-01-01") return false;
  const day = dayOf(text);
  return !Number.isNaN(day.getTime()) && isoOf(day) === text;
}

/** "10 Feb 2014". */
export function dayWords(iso: string): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${Number(year)}`;
}

/**
 * A time, no more exact than it is known; empty where it is not.
 *
 * @param point - it is a moment somewhere in the range, as a beginning or an end is.
 */
export function timeWords(when: When | null | undefined, { point = false } = {}): string {
  if (!when || (when.start === null && when.end === null)) return "";
  if (when.start === null) return `by ${dayWords(plusDays(when.end as string, -1))}`;
  if (when.end === null) return `from ${dayWords(when.start)}`;
  return rangeWords(when.start, plusDays(when.end, -1), point);
}

/** The first and the last day, shortened where together they are years, a month, or share one. */
function rangeWords(first: string, last: string, point: boolean): string {
  if (first === last) return dayWords(first);
  const [from, to] = [partsOf(first), partsOf(last)];
  const join = (one: string, other: string) =>
    point ? `between ${one} and ${other}` : `${one} to ${other}`;
  if (first.endsWith("-01-01") && last.endsWith("-12-31")) {
    return from.year === to.year ? from.year : join(from.year, to.year);
  }
  const month = (parts: Parts) => `${parts.month} ${parts.year}`;
  if (first.endsWith("-01") && plusDays(last, 1).endsWith("-01")) {
    return month(from) === month(to) ? month(from) : join(month(from), month(to));
  }
  if (month(from) === month(to)) return join(from.day, dayWords(last));
  if (from.year === to.year) return join(`${from.day} ${from.month}`, dayWords(last));
  return join(dayWords(first), dayWords(last));
}

interface Parts {
  day: string;
  month: string;
  year: string;
}

function partsOf(iso: string): Parts {
  const [day = "", month = "", year = ""] = dayWords(iso).split(" ");
  return { day, month, year };
}
