import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";

interface Props {
  value: string;
  onChange: (words: string) => void;
}

const TYPING_MS = 250;

/** Words that a claim's sentence must hold, all of them. */
export function Words({ value, onChange }: Props) {
  const [typed, setTyped] = useState(value);
  const later = useDebouncedCallback(onChange, TYPING_MS);
  useEffect(() => setTyped((now) => (now.trim() === value ? now : value)), [value]);
  const take = (text: string) => {
    setTyped(text);
    later(text.trim());
  };
  return (
    <TextInput
      size="xs"
      w={200}
      maxLength={300}
      aria-label="Words in the sentence"
      placeholder="Words in the sentence"
      leftSection={<IconSearch size={14} />}
      rightSection={
        typed && <CloseButton size="xs" aria-label="Any words" onClick={() => take("")} />
      }
      value={typed}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}
