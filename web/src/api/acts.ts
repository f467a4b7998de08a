/** What changes the store: decisions of reviewers, and reports to be read. Afterwards every answer is asked for anew. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "./client";
import type { Pasted, Shapes } from "./shapes";

// Words of a decision may be left out; the server fills them in.
type Said<Shape extends { because: string }> = Omit<Shape, "because"> & { because?: string };

function useAct<Given, Answer>(act: (given: Given) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() });
}

/** Accept, reject or correct a claim. */
export function useReview() {
  return useAct(({ claim_id, ...said }: Said<Shapes["Reviewing"]> & { claim_id: string }) => {
    const body = { because: "", ...said };
    const params = { path: { claim_id } };
    return post("/api/v1/review/{claim_id}", { params, body });
  });
}

/** The same word on many claims. */
export function useReviewMany() {
  type Given = Said<Omit<Shapes["ReviewingMany"], "claim_ids">> & { claim_ids?: string[] };
  return useAct((said: Given) => {
    const body = { because: "", claim_ids: [], ...said };
    return post("/api/v1/review/bulk", { body });
  });
}

/** Take a decision back: the last of the reviewer's own, or the one given. */
export function useUndo() {
  return useAct((said: Said<Shapes["Undoing"]>) => {
    const body = { because: "", ...said };
    return post("/api/v1/undo", { body });
  });
}

/** Say that two names mean one actor, or that they do not. */
export function useIdentify() {
  return useAct((said: Said<Shapes["Identifying"]>) => {
    const body = { because: "", ...said };
    return post("/api/v1/identity", { body });
  });
}

/** A pasted report, to be read in the background; answers with the job. */
export function useAddText() {
  return useAct((body: Pasted) => post("/api/v1/articles", { body }));
}

/** Files to read, and what holds for those that do not say it themselves. */
export interface AddedFiles {
  files: readonly File[];
  /** ISO 8601. */
  published?: string;
  publisher?: string;
}

/** Files, to be read in the background; answers with the job. */
export function useAddFiles() {
  return useAct(({ files, published, publisher }: AddedFiles) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    if (published) form.append("published", published);
    if (publisher) form.append("publisher", publisher);
    // The browser writes the form's border into the header; a type of ours would lack it.
    const body = form as never;
    return post("/api/v1/articles", { body, bodySerializer: () => form });
  });
}

/** Stop reading; what is read is kept. */
export function useStop() {
  return useAct((job_id: string) =>
    post("/api/v1/jobs/{job_id}/stop", { params: { path: { job_id } } }),
  );
}
