import { Page } from "@/frame";

/** What changed between two days. */
export default function Changes() {
  return <Page title="Changes">{null}</Page>;
}
