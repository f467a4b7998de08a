import { Text } from "@mantine/core";
import type { ClaimRow } from "@/api";
import { Foreign, timeWords } from "@/words";
import classes from "./ClaimSlip.module.css";
import { OTHERS, partiesOf, Said, STATES } from "./columns";

/** A claim on a narrow page. */
export function ClaimSlip({ row }: { row: ClaimRow }) {
  const others = partiesOf(row, OTHERS);
  const said = [row.report.publisher, timeWords(row.report.published)].filter(Boolean).join(", ");
  return (
    <>
      <div className={classes.line}>
        <b>
          <Names parties={partiesOf(row, ["source"])} />
        </b>{" "}
        <Said row={row} />{" "}
        <b>
          <Names parties={others} />
        </b>
      </div>
      <Text size="sm" lineClamp={2} component="q">
        <Foreign>{row.sentence.replace(/\s+/g, " ").trim()}</Foreign>
      </Text>
      <Text size="xs" c="dimmed" truncate>
        <Foreign>{`${said || row.report.label} · ${STATES[row.state]}`}</Foreign>
      </Text>
    </>
  );
}

function Names({ parties }: { parties: ClaimRow["parties"] }) {
  if (parties.length === 0) return "–";
  return <Foreign>{parties.map(({ actor, words }) => actor?.name ?? words).join("; ")}</Foreign>;
}
