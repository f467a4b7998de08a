import { Page } from "@/frame";

/** One decision at a time. */
export default function Review() {
  return <Page title="Review">{null}</Page>;
}
