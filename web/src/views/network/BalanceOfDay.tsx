import { Text, UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import { type Shapes, useBalance } from "@/api";
import { useEvidence } from "@/evidence";
import { useFilter } from "@/filter";
import { Answered } from "@/frame";
import { count, Foreign, safe } from "@/words";
import classes from "./BalanceOfDay.module.css";
import type { Choice } from "./lighting";
import { type Strain, strainsOf } from "./strains";

type Balance = Shapes["Balance"];

/** Where something must give on the day of the filter: friends' enemies and enemies' friends, each with its evidence. */
export function BalanceOfDay({ choose }: { choose: (choice: Choice) => void }) {
  const { filter } = useFilter();
  const asked = useBalance(filter);
  return (
    <div className={classes.scroll}>
      <Answered asked={asked}>
        {(balance) => <Strains balance={balance} choose={choose} />}
      </Answered>
    </div>
  );
}

function Strains({ balance, choose }: { balance: Balance; choose: (choice: Choice) => void }) {
  const { open } = useEvidence();
  const strains = strainsOf(balance);
  const show = ({ id, actors, claimIds, title }: Strain) => {
    choose({ what: "group", id, nodes: actors });
    open(claimIds, title);
  };
  return (
    <>
      <Text size="sm" fw={600}>
        Where something must give
      </Text>
      {strains.length === 0 && (
        <Text size="sm">Nowhere on this day: no tie speaks against another.</Text>
      )}
      <ol className={classes.list} aria-label="Where something must give">
        {strains.map((strain) => (
          <li key={strain.id}>
            <UnstyledButton className={classes.strain} onClick={() => show(strain)}>
              <Text size="sm" span>
                <Foreign>{strain.title}</Foreign>
              </Text>
              <Text size="xs" c="dimmed" span>
                {strain.why}; {count(strain.claimIds.length, "claim")}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <Whole balance={balance} />
    </>
  );
}

/** The day as a whole, in numbers. */
function Whole({ balance: { census, frustration, bonds, actors } }: { balance: Balance }) {
  const triads = census.friends + census.torn + census.allied + census.hostile;
  const at = frustration.exact ? "" : "at most ";
  return (
    <dl className={classes.whole}>
      <Fact term="Ties with a side">
        {count(bonds.length, "pair")} of {count(actors.length, "actor")}
      </Fact>
      <Fact term="Threes that are all tied">
        {triads}: {census.friends} of three friends, {census.allied} of two friends with one enemy,{" "}
        {census.torn} of two enemies with one friend, {census.hostile} of three enemies
      </Fact>
      <Fact term="To have two camps without a friend across, or an enemy within">
        {frustration.bonds.length === 0
          ? "nothing would have to change"
          : `${at}${count(frustration.bonds.length, "pair")} would have to change: ${pairs(frustration.bonds, actors)}`}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function pairs(bonds: Balance["bonds"], actors: Balance["actors"]): string {
  const names = new Map(actors.map(({ id, name }) => [id, safe(name)]));
  return bonds.map(({ one, other }) => `${names.get(one)} and ${names.get(other)}`).join("; ");
}
