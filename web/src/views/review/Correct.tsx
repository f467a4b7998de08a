import {
  Alert,
  Button,
  Checkbox,
  Group,
  Kbd,
  Paper,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { type Explanation, useCodebook } from "@/api";
import { Answered } from "@/frame";
import { type Correcting, correctionOf, type Fields, faultOf, fieldsOf } from "./correction";
import { PickParties } from "./PickParties";

interface Props {
  claim: Explanation;
  onSave: (correction: Correcting) => void;
  onLeave: () => void;
}

/** How a claim should have been read: its predicate, phase, stance, time and parties. */
export function Correct({ claim, onSave, onLeave }: Props) {
  const read = claim.claim;
  const [fields, setFields] = useState<Fields>(() => fieldsOf(claim.corrected ?? read));
  const set = (patch: Partial<Fields>) => setFields((now) => ({ ...now, ...patch }));
  const fault = faultOf(fields);
  const correction = fault ? null : correctionOf(read, fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (correction) onSave(correction);
  };
  const leave = (event: KeyboardEvent) => {
    // A list that is open takes the key for itself.
    if (event.key === "Escape" && !event.defaultPrevented) onLeave();
  };
  return (
    <Paper withBorder p="md" mt="md" component="form" onSubmit={submit} onKeyDown={leave}>
      <Stack gap="md">
        <Title order={2} size="h5">
          What the words say
        </Title>
        <Terms claim={claim} fields={fields} set={set} />
        <Group align="flex-start" gap="sm">
          <TextInput
            label="From"
            description="2014-02-10, 2014-02 or 2014"
            value={fields.from}
            onChange={(event) => set({ from: event.currentTarget.value.trim() })}
          />
          <TextInput
            label="To"
            description="if it is a range"
            value={fields.to}
            onChange={(event) => set({ to: event.currentTarget.value.trim() })}
          />
        </Group>
        <PickParties claim={claim} fields={fields} set={set} />
        {fault && (
          <Alert color="orange" p="xs" role="alert">
            {fault}
          </Alert>
        )}
        <Group>
          <Button type="submit" disabled={!correction}>
            Keep the correction
          </Button>
          <Button variant="default" onClick={onLeave} rightSection={<Kbd size="xs">Esc</Kbd>}>
            Leave it
          </Button>
          {!correction && !fault && (
            <Text size="xs" c="dimmed">
              Nothing differs from what was read yet.
            </Text>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}

interface TermsProps {
  claim: Explanation;
  fields: Fields;
  set: (patch: Partial<Fields>) => void;
}

function Terms({ claim, fields, set }: TermsProps) {
  const codebook = useCodebook();
  const { kind } = claim.claim;
  return (
    <Answered asked={codebook}>
      {({ predicates, phases, stances }) => {
        const own = predicates.filter((entry) => entry.kind === kind);
        const entry = own.find((one) => one.predicate === fields.predicate);
        const held = phases.filter((one) => entry?.phases.includes(one.name));
        const choose = (predicate: string) => {
          const next = own.find((one) => one.predicate === predicate);
          const phase = next?.phases.includes(fields.phase ?? "") ? fields.phase : next?.phases[0];
          set({ predicate, phase: phase ?? null });
        };
        return (
          <Group align="flex-start" gap="sm">
            <Select
              label={kind === "relation" ? "Relation" : "Event"}
              description={entry?.definition}
              data={own.map((one) => ({ value: one.predicate, label: one.label }))}
              value={fields.predicate}
              onChange={(value) => value && choose(value)}
              searchable
              allowDeselect={false}
              data-autofocus
              autoFocus
              w={{ base: "100%", sm: 260 }}
            />
            {held.length > 0 && (
              <Select
                label="Phase"
                data={held.map((one) => ({ value: one.name, label: one.label }))}
                value={fields.phase}
                onChange={(phase) => set({ phase })}
                allowDeselect={false}
                w={140}
              />
            )}
            <Select
              label="Stance"
              data={stances.map((one) => ({ value: one.name, label: one.label }))}
              value={fields.stance}
              onChange={(stance) => stance && set({ stance: stance as Fields["stance"] })}
              allowDeselect={false}
              w={140}
            />
            {claim.parties.some((one) => one.role === "target") && (
              <Checkbox
                label="Swap source and target"
                checked={fields.swapped}
                onChange={(event) => set({ swapped: event.currentTarget.checked })}
                mt={30}
              />
            )}
          </Group>
        );
      }}
    </Answered>
  );
}
