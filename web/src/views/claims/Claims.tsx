import { Page } from "@/frame";

/** Every claim, with facets. */
export default function Claims() {
  return <Page title="Claims">{null}</Page>;
}
