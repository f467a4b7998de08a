import { Page } from "@/frame";

/** A report with all that was read in it. */
export default function Article() {
  return <Page title="Article">{null}</Page>;
}
