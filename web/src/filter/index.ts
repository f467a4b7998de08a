/** The one filter, kept in the URL. */

export { FilterBar, type Time } from "./FilterBar";
export { FilterLink, useFilterHref } from "./FilterLink";
export {
  type Fault,
  type Filter,
  NO_FILTER,
  narrowed,
  pairsOf,
  parseFilter,
  writeFilter,
} from "./filter";
export { HiddenProvider, useSayHidden } from "./hidden";
export { TimeSlider } from "./TimeSlider";
export { type Filtering, searchOf, useFilter } from "./useFilter";
