import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
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
    <TextInput
      type="date"
      size="xs"
      w={138}
      label={label}
      title={title}
      value={typed}
      min={least}
      max={most}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setTyped(value ?? "")}
    />
  );
}
