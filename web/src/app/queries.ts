/** How answers are kept. */
import { QueryClient } from "@tanstack/react-query";
import { Trouble } from "@/api";

// The store changes only by what somebody adds or decides, here or on the command line beside it; asking anew is cheap,
// since the server answers "nothing has changed" by its ETag.
const FRESH_MS = 20_000;

/** A keeper of answers. What the server has refused is not asked again; a server that is not there, twice. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof Trouble && error.status > 0 && error.status < 500),
      },
    },
  });
}
