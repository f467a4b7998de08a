/** From anything shown to the sentences it rests on, and from any picture to its table. */

export { ClaimCard } from "./ClaimCard";
export type { Column } from "./columns";
export { DataTable, EvidenceButton } from "./DataTable";
export { Downloads } from "./Downloads";
export { EvidencePanel } from "./EvidencePanel";
export { LitText } from "./LitText";
export { type Lit, litPieces, type Piece, type Span } from "./lit";
export { TableTwin, useIsTable } from "./TableTwin";
export { EvidenceProvider, useEvidence } from "./useEvidence";
