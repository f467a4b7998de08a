import { Page } from "@/frame";

/** The reports. */
export default function Articles() {
  return <Page title="Articles">{null}</Page>;
}
