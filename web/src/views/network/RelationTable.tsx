import { useMemo } from "react";
import { DataTable } from "@/evidence";
import { useSigns } from "@/signs";
import { dayWords } from "@/words";
import type { Network } from "./scene";
import { claimsOf, relationColumns } from "./tables";
import { type NameOf, sentenceOf } from "./words";

/** The relations of a network as a table, each with its evidence. */
export function RelationTable({ network, nameOf }: { network: Network; nameOf: NameOf }) {
  const signs = useSigns();
  const columns = useMemo(() => relationColumns(nameOf), [nameOf]);
  return (
    <DataTable
      caption={`Relations on ${dayWords(network.on)}`}
      columns={columns}
      rows={network.relations}
      rowKey={({ id }) => id}
      evidence={(relation) => ({
        claimIds: claimsOf([relation]),
        title: sentenceOf(relation, nameOf, signs),
      })}
    />
  );
}
