import { Autocomplete, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconUser } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Foreign } from "@/words";
import { useReviewer } from "./useReviewer";

/** Who signs the decisions; a click changes it. */
export function ReviewerName() {
  const { name } = useReviewer();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconUser size={14} />}
        onClick={() => setOpen(true)}
      >
        <Foreign>{name ? `Signed by ${name}` : "Who reviews?"}</Foreign>
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Who reviews?" size="sm">
        <NameForm onDone={() => setOpen(false)} />
      </Modal>
    </>
  );
}

/** Asks for the name; it stands on every decision. */
export function NameForm({ onDone }: { onDone?: () => void }) {
  const { name, keep, guess, known } = useReviewer();
  const [typed, setTyped] = useState(name || guess);
  const said = typed.trim().replace(/\s+/g, " ");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!said) return;
    keep(said);
    onDone?.();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">
          Every decision is signed. The name is kept in this browser and in the store, and goes
          along when decisions are handed on.
        </Text>
        <Autocomplete
          label="Your name"
          value={typed}
          onChange={setTyped}
          data={[...known]}
          maxLength={100}
          data-autofocus
          required
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={!said}>
            Begin
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
