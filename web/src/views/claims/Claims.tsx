import { NativeSelect } from "@mantine/core";
import { type ClaimRow, useClaims, useCodebook } from "@/api";
import { Downloads, useEvidence } from "@/evidence";
import { NO_FILTER, useFilter, useSayHidden } from "@/filter";
import { Answered, Nothing, Page } from "@/frame";
import { useSigns } from "@/signs";
import { BigTable, DensityTool, TableFrame, TableTools, useLook, useNarrow } from "@/tables";
import { count, numberWords } from "@/words";
import { FIRST, ORDERS, queryOf, useAsked } from "./asked";
import { ClaimSlip } from "./ClaimSlip";
import { COLUMNS, titleOf } from "./columns";
import { claimFacets } from "./facets";
import { Words } from "./Words";

// More than a screen holds; the others come as one scrolls.
const PAGE_OF = 100;

/** Every claim: what a report says, with its sentence; narrowed by facets, each row to its evidence. */
export default function Claims() {
  const filtering = useFilter();
  const view = useAsked();
  const look = useLook("claims");
  const narrow = useNarrow();
  const signs = useSigns();
  const { open, shown } = useEvidence();
  const claims = useClaims(filtering.filter, { ...queryOf(view.asked), limit: PAGE_OF });
  const codebook = useCodebook().data;
  const { data } = claims;
  const { sort, q, ...lists } = view.asked;
  const chosen = Object.values(lists).some((values) => values.length > 0);
  useHidden(data?.total, filtering.search !== "" || q !== "" || chosen);
  return (
    <Page title="Claims">
      <TableFrame
        told={data && count(data.total, "claim")}
        facets={data ? claimFacets(data.first.facets, codebook, filtering, view) : []}
        tools={
          <>
            <Words value={q} onChange={(words) => view.set({ q: words })} />
            {narrow ? (
              <NativeSelect
                size="xs"
                aria-label="Order"
                value={sort}
                data={Object.entries(ORDERS).map(([value, label]) => ({ value, label }))}
                onChange={(event) => view.set({ sort: event.currentTarget.value as typeof sort })}
              />
            ) : (
              <>
                <DensityTool look={look} />
                <TableTools columns={COLUMNS} look={look} />
              </>
            )}
            <Downloads table="claims" extra={{ ...lists, q, sort: sort === FIRST ? "" : sort }} />
          </>
        }
      >
        <Answered asked={claims}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Nothing of="claims" />
            ) : (
              <BigTable
                caption="Claims"
                columns={COLUMNS}
                rows={rows}
                rowKey={keyOf}
                total={total}
                look={look}
                order={sort}
                onOrder={(order) => view.set({ sort: order })}
                onOpen={(row) => open([row.id], titleOf(row, signs))}
                isOpen={(row) => shown?.claimIds.length === 1 && shown.claimIds[0] === row.id}
                card={(row) => <ClaimSlip row={row} />}
                cardHeight={122}
                narrow={narrow}
                hasMore={claims.hasMore}
                more={claims.more}
              />
            )
          }
        </Answered>
      </TableFrame>
    </Page>
  );
}

/** Says how many claims the filter leaves out; what copies of a report repeat is in no list. */
function useHidden(total: number | undefined, isNarrowed: boolean) {
  const all = useClaims(NO_FILTER, { limit: 1 }, { off: !isNarrowed }).data?.total;
  const hidden = !isNarrowed || all === undefined || total === undefined ? 0 : all - total;
  useSayHidden(hidden > 0 ? [`${numberWords(hidden)} of ${count(all ?? 0, "claim")}`] : []);
}

function keyOf(row: ClaimRow): string {
  return row.id;
}
