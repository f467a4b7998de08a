/** Long tables: drawn as far as they are in view, narrowed by facets, laid out as the reader likes. */

export { BigTable } from "./BigTable";
export type { GridColumn } from "./column";
export type { FacetGroup } from "./Facets";
export { RowLink } from "./RowLink";
export { TableFrame, useNarrow } from "./TableFrame";
export { DensityTool, TableTools } from "./TableTools";
export { useLook } from "./useLook";
