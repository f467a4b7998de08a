import { Page } from "@/frame";

/** What every predicate means. */
export default function Codebook() {
  return <Page title="Codebook">{null}</Page>;
}
