import { Group, Text, TextInput } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import { isDay } from "@/words";

interface Props {
  label: string;
  title?: string;
  /** Empty where it is open. */
  value: string | undefined;
  least?: string;
  most?: string;
  onChange: (day: string | undefined) => void;
}

/** A day, typed or picked. It counts once it is whole and allowed; what is neither is forgotten on leaving the field. */
export function DayInput({ label, title, value, least, most, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? "");
  useEffect(() => setTyped(value ?? ""), [value]);
  // While a year is typed, a browser tells of year 2, 20 and 201.
  const allowed = (day: string) =>
    isDay(day) && day >= "1000" && (!least || day >= least) && (!most || day <= most);
  const take = (text: string) => {
    setTyped(text);
    if (text === "") onChange(undefined);
    else if (allowed(text)) onChange(text);
  };
  return (
    <Group gap={6} wrap="nowrap" title={title}>
      <Text component="label" htmlFor={id} size="xs" fw={500}>
        {label}
      </Text>
      <TextInput
        id={id}
        type="date"
        size="xs"
        w={132}
        value={typed}
        min={least}
        max={most}
        onChange={(event) => take(event.currentTarget.value)}
        onBlur={() => setTyped(value ?? "")}
      />
    </Group>
  );
}
