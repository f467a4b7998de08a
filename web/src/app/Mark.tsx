import { Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { useFilterHref } from "@/filter";
import classes from "./Mark.module.css";

/** The name of the app; it leads to where one begins. */
export function Mark() {
  const href = useFilterHref();
  return (
    <Link to={href("/network")} className={classes.mark} aria-label="Allegiance, to the network">
      <Group gap={8} wrap="nowrap">
        <img src="/icon.svg" alt="" width={24} height={24} />
        <Text fw={650}>Allegiance</Text>
      </Group>
    </Link>
  );
}
