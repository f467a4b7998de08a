import { Text } from "@mantine/core";
import { useLocation } from "react-router";
import { FilterLink } from "@/filter";
import { Page } from "@/frame";

/** What stands at an address that leads nowhere. */
export function Lost() {
  const { pathname } = useLocation();
  return (
    <Page title="There is no such page">
      <Text>
        Nothing is at <bdi>{pathname}</bdi>. Begin at the{" "}
        <FilterLink to="/network" underline="always">
          network
        </FilterLink>
        , or search with Ctrl K.
      </Text>
    </Page>
  );
}
