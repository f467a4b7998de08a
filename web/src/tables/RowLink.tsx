import { Anchor } from "@mantine/core";
import { createContext, type ReactNode, use } from "react";
import { Link } from "react-router";
import { useFilterHref } from "@/filter";

/** Has the row around this the focus? */
export const RowContext = createContext(true);

interface Props {
  /** An address of this app without a query. */
  to: string;
  children: ReactNode;
}

/** A link inside a row, with the filter; only that of the row with the focus is a stop of the Tab key. */
export function RowLink({ to, children }: Props) {
  const href = useFilterHref();
  const active = use(RowContext);
  return (
    <Anchor component={Link} to={href(to)} inherit tabIndex={active ? 0 : -1}>
      {children}
    </Anchor>
  );
}
