import { Anchor, type AnchorProps } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Filter } from "./filter";
import { searchOf, useFilter } from "./useFilter";

interface Props extends AnchorProps {
  /** An address of this app without a query: "/actors/actor-al-qaeda", "/codebook#alliance". */
  to: string;
  /** Changes what the link carries of the filter. */
  patch?: Partial<Filter>;
  children: ReactNode;
  "aria-label"?: string;
}

/** A link to another view, with the filter of this one. */
export function FilterLink({ to, patch, children, ...rest }: Props) {
  const href = useFilterHref();
  return (
    <Anchor component={Link} to={href(to, patch)} {...rest}>
      {children}
    </Anchor>
  );
}

/** The same as an address, for `navigate` and for what is not drawn as a link. */
export function useFilterHref(): (to: string, patch?: Partial<Filter>) => string {
  const { filter } = useFilter();
  return (to, patch) => {
    const [path = "", anchor] = to.split("#");
    const search = searchOf({ ...filter, ...patch });
    return `${path}${search}${anchor ? `#${anchor}` : ""}`;
  };
}
