import { Page } from "@/frame";

/** One event and its many reports. */
export default function Event() {
  return <Page title="Event">{null}</Page>;
}
