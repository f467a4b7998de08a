import { Page } from "@/frame";

/** All that reports say of one actor. */
export default function Profile() {
  return <Page title="Profile">{null}</Page>;
}
