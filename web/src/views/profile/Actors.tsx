import { Page } from "@/frame";

/** Everybody that reports name. */
export default function Actors() {
  return <Page title="Actors">{null}</Page>;
}
