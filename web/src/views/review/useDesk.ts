/** The session's acts, kept while the page is open, whichever view is shown; and how acts reach the store. */
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";
import { asTrouble, type Explanation } from "@/api";
import { post } from "@/api/client";
import type { Correcting } from "./correction";
import { type Act, acted, type Desk, EMPTY, failed, kept, undone, type Verdict } from "./desk";
import { claimWords } from "./words";

let desk: Desk = EMPTY;
const listeners = new Set<() => void>();

function become(next: Desk) {
  desk = next;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export interface AtDesk {
  desk: Desk;
  review: (claim: Explanation, verdict: "accepted" | "rejected") => void;
  correct: (claim: Explanation, correction: Correcting) => void;
  skip: (claim: Explanation) => void;
  identify: (verdict: "same" | "different", left: Named, right: Named) => void;
  /** Has an act done that only its caller knows how to do; it answers with the decisions' ids. */
  act: (act: Given, save: () => Promise<readonly string[]>) => void;
  undo: (act: Act) => void;
}

type Given = { verdict: Verdict; what: string; claim: Explanation | null; size: number };
type Named = { id: string; name: string };

/** The desk of this reviewer. What fails is told, and comes back to be decided. */
export function useDesk(by: string): AtDesk {
  const queries = useQueryClient();
  const now = useSyncExternalStore(subscribe, () => desk);
  const refresh = useCallback(() => {
    // The queue stays as it is: what was decided is left out of it here, and it would cost the server most.
    const others = queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "queue",
    });
    void others;
  }, [queries]);
  const act = useCallback<AtDesk["act"]>(
    (given, save) => {
      become(acted(desk, given));
      const number = desk.acts.length;
      save().then(
        (decisions) => {
          become(kept(desk, number, decisions));
          refresh();
        },
        (reason) => {
          become(failed(desk, number));
          complain(reason);
        },
      );
    },
    [refresh],
  );
  const review = (claim: Explanation, verdict: "accepted" | "rejected") =>
    act({ ...about(claim), verdict }, () => sent(claim, { verdict, because: "", by }));
  const correct = (claim: Explanation, correction: Correcting) =>
    act({ ...about(claim), verdict: "corrected" }, () =>
      sent(claim, { verdict: "corrected", correction, because: "", by }),
    );
  const skip = (claim: Explanation) => become(acted(desk, { ...about(claim), verdict: "skipped" }));
  const identify: AtDesk["identify"] = (verdict, left, right) => {
    const what = `${left.name} ${verdict === "same" ? "is" : "is not"} ${right.name}`;
    act({ verdict, what, claim: null, size: 1 }, async () => {
      const body = { verdict, left: left.id, right: right.id, because: "", by };
      const outcome = await post("/api/v1/identity", { body });
      return outcome.decision ? [outcome.decision.id] : [];
    });
  };
  const undo = (done: Act) => {
    if (done.state !== "kept") return;
    become(undone(desk, done.number));
    takeBack(done.decisions, by).then(refresh, (reason) => {
      become(kept(desk, done.number, done.decisions));
      complain(reason);
    });
  };
  return { desk: now, review, correct, skip, identify, act, undo };
}

/** Takes decisions back, all or none. */
export async function takeBack(decisions: readonly string[], by: string): Promise<void> {
  if (decisions.length === 0) return;
  const body = { decision_ids: [...decisions], because: "", by };
  await post("/api/v1/undo/bulk", { body });
}

type Said = Parameters<typeof post<"/api/v1/review/{claim_id}">>[1]["body"];

async function sent({ claim }: Explanation, body: NonNullable<Said>): Promise<readonly string[]> {
  const outcome = await post("/api/v1/review/{claim_id}", {
    params: { path: { claim_id: claim.id } },
    body,
  });
  return outcome.decision ? [outcome.decision.id] : [];
}

function about(claim: Explanation) {
  return { claim, what: claimWords(claim), size: 1 };
}

function complain(reason: unknown) {
  const { message } = asTrouble(reason);
  notifications.show({ color: "red", title: "Not kept", message, autoClose: false });
}
