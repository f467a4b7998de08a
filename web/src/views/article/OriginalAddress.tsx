import { Anchor } from "@mantine/core";
import { Foreign } from "@/words";
import { webAddress } from "./address";

/** Where a report was first out: a link where a browser may follow it, otherwise words. */
export function OriginalAddress({ url }: { url: string }) {
  const address = webAddress(url);
  if (address === null) return <Foreign>{url}</Foreign>;
  return (
    <Anchor href={address} target="_blank" rel="noopener noreferrer" inherit underline="always">
      <Foreign>{url}</Foreign>
    </Anchor>
  );
}
