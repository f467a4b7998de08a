import { Page } from "@/frame";

/** Claims that cannot both hold, side by side. */
export default function Conflicts() {
  return <Page title="Conflicts">{null}</Page>;
}
