/** How predicates are drawn: colour, dashes and arrowhead, from the codebook. */

export { FAMILIES, type Family, familyOf, MEANS, type Predicate } from "./family";
export { Legend } from "./Legend";
export { anchorOf, PredicateLabel } from "./PredicateLabel";
export { COLOURS, GROUND, type Scheme } from "./palette";
export { headPath, PALE, SignLine } from "./SignLine";
export { type Arrow, type Head, keyOf, type Sign, signsOf } from "./sign";
export { type Signs, useSigns } from "./useSigns";
