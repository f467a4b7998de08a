import { Page } from "@/frame";

/** What was done. */
export default function Events() {
  return <Page title="Events">{null}</Page>;
}
