import { Button, CloseButton, Group, Paper, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { count, Foreign, numberWords } from "@/words";
import classes from "./NetworkPicture.module.css";
import { NodeMark } from "./NodeMark";
import type { Node } from "./scene";
import { kindWords } from "./words";

interface Props {
  node: Node;
  /** How many claims its ties rest on. */
  claims: number;
  /** A link to its profile; nothing for places. */
  link: ReactNode;
  isEgo: boolean;
  onEgo: () => void;
  onEvidence: () => void;
  onClose: () => void;
}

/** Who was chosen, and where one can go from there. */
export function NodeCard({ node, claims, link, isEgo, onEgo, onEvidence, onClose }: Props) {
  return (
    <Paper withBorder shadow="sm" className={classes.card} component="section" aria-label="Chosen">
      <Group justify="space-between" wrap="nowrap" gap={6} align="flex-start">
        <Text fw={600} size="sm">
          <Foreign>{node.name}</Foreign>
        </Text>
        <CloseButton size="sm" aria-label="Choose nothing" onClick={onClose} />
      </Group>
      <Group gap={5} wrap="nowrap">
        <NodeMark kind={node.kind} />
        <Text size="xs" c="dimmed">
          {kindWords(node.kind)} · {count(node.ties, "relation")}, the best told by{" "}
          {numberWords(node.witnesses)} independent
        </Text>
      </Group>
      <Group gap={8} mt={6}>
        {link}
        <Button size="compact-xs" variant="default" onClick={onEgo}>
          {isEgo ? "Show all" : "Only its ties"}
        </Button>
        {claims > 0 && (
          <Button size="compact-xs" variant="default" onClick={onEvidence}>
            {count(claims, "claim")}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
