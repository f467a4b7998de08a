/** The order of the events: in the URL, under the name that the API has for it. */
import { useSearchParams } from "react-router";
import type { EventsAsked } from "@/api";

export type Order = NonNullable<EventsAsked["sort"]>;

export const ORDERS: Record<Order, string> = {
  "-when": "the latest first",
  when: "the earliest first",
  "-witnesses": "those that most independent reports tell first",
  witnesses: "those that fewest independent reports tell first",
  "-confidence": "the surest first",
  confidence: "the least sure first",
  predicate: "by what was done",
};
export const FIRST: Order = "-when";

const SORT = "sort";

/** The order that the address asks for, and how to ask for another. */
export function useOrder(): [Order, (order: Order) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get(SORT) ?? FIRST;
  const set = (order: Order) =>
    setParams(
      (now) => {
        const written = new URLSearchParams(now);
        if (order === FIRST) written.delete(SORT);
        else written.set(SORT, order);
        return written;
      },
      { replace: true, preventScrollReset: true },
    );
  return [asked in ORDERS ? (asked as Order) : FIRST, set];
}
