import { Button, Loader, Text, Title } from "@mantine/core";
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconEqual,
  IconEqualNot,
  IconPencil,
  IconPlayerSkipForward,
  IconX,
} from "@tabler/icons-react";
import { count, Foreign, numberWords } from "@/words";
import { type Act, tally, type Verdict } from "./desk";
import classes from "./Review.module.css";
import type { AtDesk } from "./useDesk";

const ICONS: Record<Verdict, typeof IconCheck> = {
  accepted: IconCheck,
  rejected: IconX,
  corrected: IconPencil,
  same: IconEqual,
  different: IconEqualNot,
  skipped: IconPlayerSkipForward,
};

/** What was decided since the page was opened, the last first; each can be taken back. */
export function Acts({ at }: { at: AtDesk }) {
  const { acts } = at.desk;
  return (
    <section aria-label="Decided in this session">
      <Title order={2} size="h6">
        This session
      </Title>
      <Text size="xs" c="dimmed" mb="xs">
        {tallyWords(tally(at.desk)) || "Nothing decided yet."}
      </Text>
      <ol className={classes.acts}>
        {acts.toReversed().map((act) => (
          <Line key={act.number} act={act} undo={() => at.undo(act)} />
        ))}
      </ol>
    </section>
  );
}

function Line({ act, undo }: { act: Act; undo: () => void }) {
  const Icon = act.state === "failed" ? IconAlertTriangle : ICONS[act.verdict];
  return (
    <li data-state={act.state}>
      {act.state === "saving" ? <Loader size={12} /> : <Icon size={13} aria-hidden="true" />}
      <span className={classes.what}>
        <strong>{wordOf(act)}</strong> <Foreign>{act.what}</Foreign>
      </span>
      {act.state === "kept" && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={undo}
          aria-label={`Undo: ${act.verdict}, ${act.what}`}
          leftSection={<IconArrowBackUp size={12} />}
        >
          Undo
        </Button>
      )}
    </li>
  );
}

function wordOf({ verdict, size, state }: Act): string {
  const many = size > 1 ? ` ${count(size, "claim")}:` : ":";
  return state === "undone" || state === "failed" ? `${state}, ${verdict}${many}` : verdict + many;
}

function tallyWords(found: ReadonlyMap<Verdict, number>): string {
  return [...found].map(([verdict, number]) => `${numberWords(number)} ${verdict}`).join(", ");
}

/** The list beside something else than one claim. */
export function WithActs({ at, children }: { at: AtDesk; children: React.ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.middle}>{children}</div>
      <aside className={classes.side} aria-label="This session">
        <Acts at={at} />
      </aside>
    </div>
  );
}
