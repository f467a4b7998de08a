/** A span of days, chosen on a line. */

export { DayRange } from "./DayRange";
export { around, type Bar, type Grain, grainFor, later, type Span, spanOf } from "./scale";
