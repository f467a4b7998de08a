import { Text } from "@mantine/core";
import type { ClaimRow, ClaimsAsked } from "@/api";
import { SignLine, type Signs, useSigns } from "@/signs";
import { type GridColumn, RowLink } from "@/tables";
import { Foreign, numberWords, shareWords, timeWords } from "@/words";

type Order = NonNullable<ClaimsAsked["sort"]>;
type Party = ClaimRow["parties"][number];

/** Everybody and everything in a claim but who does it. */
export const OTHERS = ["target", "place", "result", "instrument"];

/** What a map makes of a claim. */
const USES: Record<ClaimRow["use"], string> = {
  drawn: "on the map",
  event: "told as an event",
  nameless: "not drawn: a party has no name",
  unsettled: "not drawn: not settled",
  alleged: "drawn only with what is alleged",
  denied: "counts against",
  rejected: "rejected in review",
};
export const STATES: Record<ClaimRow["state"], string> = {
  open: "not reviewed",
  accepted: "accepted",
  rejected: "rejected",
  corrected: "corrected",
};

/** All columns of the claims table. */
export const COLUMNS: readonly GridColumn<ClaimRow, Order>[] = [
  {
    id: "source",
    label: "Who",
    width: 150,
    fixed: true,
    show: (row) => <Parties parties={partiesOf(row, ["source"])} />,
  },
  {
    id: "predicate",
    label: "Is said to",
    width: 150,
    fixed: true,
    orders: ["predicate"],
    show: (row) => <Said row={row} />,
  },
  {
    id: "target",
    label: "Whom or what",
    width: 150,
    fixed: true,
    show: (row) => <Parties parties={partiesOf(row, OTHERS)} />,
  },
  {
    id: "when",
    label: "When",
    width: 112,
    orders: ["-when", "when"],
    show: (row) => timeWords(row.when) || <Unknown>no day given</Unknown>,
  },
  {
    id: "sentence",
    label: "Sentence",
    width: 270,
    grows: true,
    show: (row) => (
      <q>
        <Foreign>{row.sentence.replace(/\s+/g, " ").trim()}</Foreign>
      </q>
    ),
  },
  {
    id: "speaker",
    label: "Said by",
    width: 140,
    show: (row) => <Speaker row={row} />,
  },
  {
    id: "publisher",
    label: "Publisher",
    width: 150,
    orders: ["publisher"],
    show: (row) =>
      row.report.publisher ? <Foreign>{row.report.publisher}</Foreign> : <Unknown>unknown</Unknown>,
  },
  {
    id: "published",
    label: "Published",
    width: 104,
    orders: ["-published", "published"],
    show: (row) => (
      <RowLink to={`/articles/${encodeURIComponent(row.report.article_id)}#${row.id}`}>
        {timeWords(row.report.published) || "no day given"}
      </RowLink>
    ),
  },
  {
    id: "confidence",
    label: "Confidence",
    width: 104,
    numeric: true,
    orders: ["-confidence", "confidence"],
    show: (row) => shareWords(row.confidence),
  },
  { id: "state", label: "Review", width: 104, show: (row) => STATES[row.state] },
  { id: "use", label: "On the map", width: 150, spare: true, show: (row) => USES[row.use] },
  {
    id: "title",
    label: "Report",
    width: 220,
    spare: true,
    show: (row) => <Foreign>{row.report.title ?? row.report.label}</Foreign>,
  },
  {
    id: "place",
    label: "Where",
    width: 130,
    spare: true,
    show: (row) => row.place && <Foreign>{row.place.name}</Foreign>,
  },
  {
    id: "copies",
    label: "Copies",
    width: 80,
    numeric: true,
    spare: true,
    show: (row) => numberWords(row.copies),
  },
];

/** The parties in some roles, in the order of the roles. */
export function partiesOf(row: Pick<ClaimRow, "parties">, roles: readonly string[]): Party[] {
  return roles.flatMap((role) => row.parties.filter((party) => party.role === role));
}

/** A claim in one line: "Ansar Dine, alliance, MUJAO". */
export function titleOf(row: ClaimRow, signs: Signs): string {
  const names = (roles: readonly string[]) =>
    partiesOf(row, roles).map(({ actor, words }) => actor?.name ?? words);
  const others = names(OTHERS);
  return [...names(["source"]), signs.of(row.predicate, row.kind).label, ...others].join(", ");
}

/** Names, or the words of the text where it names nobody. */
function Parties({ parties }: { parties: readonly Party[] }) {
  if (parties.length === 0) return <Unknown>nobody named</Unknown>;
  return parties.map(({ role, words, actor }, number) => (
    <span key={`${role}:${words}:${actor?.id}`}>
      {number > 0 && "; "}
      {actor ? (
        <RowLink to={`/actors/${encodeURIComponent(actor.id)}`}>
          <Foreign>{actor.name}</Foreign>
        </RowLink>
      ) : (
        <i>
          <Foreign>{words}</Foreign>
        </i>
      )}
    </span>
  ));
}

/** What is claimed, and how far: "alliance, begins, alleged". */
export function Said({ row }: { row: ClaimRow }) {
  const sign = useSigns().of(row.predicate, row.kind);
  const phase = row.phase && row.phase !== "holds" ? row.phase : null;
  const stance = row.stance === "asserted" ? null : row.stance;
  return (
    <>
      <SignLine sign={sign} width={26} pale={row.stance === "alleged"} /> {sign.label}
      {phase && `, ${phase}`}
      {stance && <b>, {stance}</b>}
    </>
  );
}

export function Speaker({ row }: { row: Pick<ClaimRow, "speaker" | "stated"> }) {
  if (row.speaker) return <Foreign>{row.speaker.name}</Foreign>;
  return row.stated ? <Unknown>somebody unnamed</Unknown> : "the report";
}

function Unknown({ children }: { children: string }) {
  return (
    <Text span inherit c="dimmed">
      {children}
    </Text>
  );
}
