/** Times, counts, relations and strangers' words, as a person reads them. */

export { count, numberWords, rangeOfPersons, shareWords, toldBy } from "./counts";
export { Foreign, type Oddity, pieces, safe } from "./foreign";
export { type LeftOut, leftOutTotal, leftOutWords } from "./leftOut";
export {
  intervalWords,
  intoWords,
  notes,
  type Stretch,
  sinceWords,
  type Told,
  untilWords,
} from "./relations";
export { type Cited, reportWords, short } from "./reports";
export {
  dayOf,
  daysBetween,
  dayWords,
  isDay,
  isoOf,
  plusDays,
  timeWords,
  type When,
} from "./times";
