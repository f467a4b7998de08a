import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useSearchParams } from "react-router";

const WORDS = "q";
// Long enough to type on, short enough not to be waited for.
const PAUSE_MS = 250;

/** The words that a list is searched for, in the address ("?q="). */
export function useSought() {
  const [params, setParams] = useSearchParams();
  const setQ = (q: string) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        if (q.trim()) written.set(WORDS, q.trim());
        else written.delete(WORDS);
        return written;
      },
      { replace: true, preventScrollReset: true },
    );
  return { q: params.get(WORDS) ?? "", setQ };
}

interface Props {
  q: string;
  onChange: (q: string) => void;
  label: string;
}

/** A field to search a list by; the list follows when one stops typing. */
export function Sought({ q, onChange, label }: Props) {
  const [typed, setTyped] = useState(q);
  const tell = useDebouncedCallback(onChange, PAUSE_MS);
  const take = (words: string) => {
    setTyped(words);
    tell(words);
  };
  return (
    <TextInput
      type="search"
      size="sm"
      maw={420}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={14} aria-hidden="true" />}
      rightSection={typed && <CloseButton size="sm" aria-label="Clear" onClick={() => take("")} />}
      value={typed}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}
