import { ActionIcon, Group, NativeSelect, Text, Tooltip } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import {
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { fitting, type Grain, stepped, stopAt, stops, stopWords } from "./steps";
import classes from "./TimeSlider.module.css";
import { useBrackets } from "./useBrackets";
import { usePlaying } from "./usePlaying";

interface Props {
  /** The first and the last day that can be chosen. */
  first: string;
  last: string;
  value: string;
  /** A day was chosen; `moving` while the slider is dragged or plays. */
  onChange: (day: string, moving: boolean) => void;
  /** What is drawn over the slider, from its left end to its right: a histogram. */
  over?: ReactNode;
}

// While it is dragged, an answer is asked for when it rests this long.
const REST_MS = 120;

/** A day on a line from the first to the last: drag, step by keys ([ and ] anywhere on the page), or play. */
export function TimeSlider({ first, last, value, onChange, over }: Props) {
  const [grain, setGrain] = useState<Grain>("month");
  const [held, setHeld] = useState(value);
  useEffect(() => setHeld(value), [value]);
  const all = useMemo(() => stops(first, last, grain), [first, last, grain]);
  const rest = useDebouncedCallback((day: string) => onChange(day, true), REST_MS);
  const go = useCallback(
    (steps: number) => onChange(within(stepped(value, grain, steps), first, last), true),
    [value, grain, first, last, onChange],
  );
  const forward = useCallback(() => go(1), [go]);
  const { playing, setPlaying } = usePlaying(forward, { atEnd: value >= last });
  const restart = () => {
    if (!playing && value >= last) onChange(first, true);
    setPlaying(!playing);
  };
  useBrackets(go);

  return (
    <Group gap="xs" wrap="nowrap" className={classes.slider}>
      <Step label={`One ${grain} earlier`} keys="[" onClick={() => go(-1)} off={value <= first}>
        <IconChevronLeft size={16} />
      </Step>
      <Step label={playing ? "Pause" : "Play"} onClick={restart} off={first >= last}>
        {playing ? <IconPlayerPause size={16} /> : <IconPlayerPlay size={16} />}
      </Step>
      <Step label={`One ${grain} later`} keys="]" onClick={() => go(1)} off={value >= last}>
        <IconChevronRight size={16} />
      </Step>
      <div className={classes.track}>
        {over && (
          <div className={classes.over} aria-hidden="true">
            {over}
          </div>
        )}
        <input
          type="range"
          className={classes.range}
          aria-label="Day"
          min={0}
          max={all.length - 1}
          value={stopAt(all, held)}
          aria-valuetext={stopWords(held, grain)}
          onChange={(event) => {
            const day = all[event.currentTarget.valueAsNumber] ?? last;
            setPlaying(false);
            setHeld(day);
            rest(day);
          }}
          onPointerUp={() => onChange(held, false)}
        />
        <Group justify="space-between" wrap="nowrap" className={classes.ends} aria-hidden="true">
          <Text size="xs" className={classes.end}>
            {stopWords(first, grain)}
          </Text>
          <Text size="xs" fw={600}>
            {stopWords(held, grain)}
          </Text>
          <Text size="xs" className={classes.end}>
            {stopWords(last, grain)}
          </Text>
        </Group>
      </div>
      <NativeSelect
        size="xs"
        aria-label="Step of the time slider"
        value={grain}
        data={fitting(first, last).map((one) => ({ value: one, label: `by ${one}` }))}
        onChange={(event) => setGrain(event.currentTarget.value as Grain)}
      />
    </Group>
  );
}

interface StepProps {
  label: string;
  keys?: string;
  onClick: () => void;
  off: boolean;
  children: ReactNode;
}

function Step({ label, keys, onClick, off, children }: StepProps) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={label}
        aria-keyshortcuts={keys}
        onClick={onClick}
        disabled={off}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function within(day: string, first: string, last: string): string {
  if (day < first) return first;
  return day > last ? last : day;
}
