import { Page } from "@/frame";

/** Groups along time. */
export default function Lanes() {
  return <Page title="Lanes">{null}</Page>;
}
