import { Page } from "@/frame";

/** Events and control by place. */
export default function MapView() {
  return <Page title="Map">{null}</Page>;
}
