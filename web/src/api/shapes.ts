/** Names for the shapes of the API that views speak of; all are generated from its OpenAPI description. */
import type { components, paths } from "./schema";

export type Shapes = components["schemas"];
/** A report as text, and what is known of it. */
export type Pasted = NonNullable<
  paths["/api/v1/articles"]["post"]["requestBody"]
>["content"]["application/json"];

export type About = Shapes["About"];
export type Actor = Shapes["Actor"];
export type Place = Shapes["Place"];
export type Relation = Shapes["Relation"];
export type Event = Shapes["Event"];
export type Interval = Shapes["Interval"];
export type Codebook = Shapes["Codebook"];
export type Entry = Shapes["Entry"];
export type Explanation = Shapes["Explanation"];
export type Report = Shapes["Report"];
export type Hit = Shapes["Hit"];
export type ClaimRow = Shapes["ClaimRow"];
export type EventRow = Shapes["EventRow"];
