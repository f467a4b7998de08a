import { Page } from "@/frame";

/** Actors and relations on a day. */
export default function Network() {
  return <Page title="Network">{null}</Page>;
}
