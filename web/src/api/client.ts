/** The typed client of `/api/v1`, and the errors that its questions end in. */
import createClient, { type FetchOptions } from "openapi-fetch";
import type { paths } from "./schema";

export const API = "/api/v1";

const client = createClient<paths, "application/json">({
  baseUrl: typeof window === "undefined" ? "" : window.location.origin,
  // Looked up at each call, so that a test can put another in its place.
  fetch: (request) => globalThis.fetch(request),
});

/** A question that was not answered: what was wrong, and what to do. */
export class Trouble extends Error {
  override readonly name = "Trouble";

  constructor(
    /** One line. */
    readonly title: string,
    /** What was given and what is wrong with it; may be empty. */
    readonly detail: string,
    /** What to do; may be empty. */
    readonly remedy: string,
    /** Of HTTP; 0 where no answer came at all. */
    readonly status: number,
    /** Where a name leads to several actors: those to choose from. */
    readonly candidates: readonly string[] = [],
  ) {
    super([title, detail, remedy].filter(Boolean).join(". "));
  }
}

type With<Method extends string> = {
  [P in keyof paths]: paths[P] extends Record<Method, object> ? P : never;
}[keyof paths];
type Asked<P extends keyof paths, Method extends keyof paths[P]> = FetchOptions<paths[P][Method]>;
type Content<Responses> = Responses extends { 200: { content: { "application/json": infer Data } } }
  ? Data
  : Responses extends { 202: { content: { "application/json": infer Data } } }
    ? Data
    : never;
type Told<P extends keyof paths, Method extends keyof paths[P]> = paths[P][Method] extends {
  responses: infer Responses;
}
  ? Content<Responses>
  : never;

/**
 * Asks one question.
 *
 * @throws {Trouble} the server refused, failed, or is not there.
 */
export async function get<P extends With<"get">>(path: P, asked: Asked<P, "get">) {
  // The client's own type of the answer forgets that a span is a pair of numbers, so the schema's is put back.
  return (await taken(client.GET(path, asked as never))) as Told<P, "get">;
}

/**
 * Has something done.
 *
 * @throws {Trouble} the server refused, failed, or is not there.
 */
export async function post<P extends With<"post">>(path: P, asked: Asked<P, "post">) {
  return (await taken(client.POST(path, asked as never))) as Told<P, "post">;
}

async function taken(asked: Promise<{ data?: unknown; error?: unknown; response: Response }>) {
  const answer = await asked.catch((reason: unknown) => {
    throw asTrouble(reason);
  });
  if (answer.data !== undefined) return answer.data;
  throw troubleOf(answer.error, answer.response.status);
}

/** The error of an answer; RFC 9457, or whatever else came. */
function troubleOf(problem: unknown, status: number): Trouble {
  const told = (typeof problem === "object" && problem ? problem : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof told[name] === "string" ? (told[name] as string) : "");
  const candidates = Array.isArray(told.candidates) ? told.candidates.map(String) : [];
  const title = text("title") || `The server answered with ${status}`;
  const remedy = text("remedy") || (status >= 500 ? "Look at what the server printed." : "");
  return new Trouble(title, text("detail"), remedy, status, candidates);
}

/** Whatever was thrown, as an error to show; an aborted question stays what it is. */
export function asTrouble(reason: unknown): Error {
  if (reason instanceof Trouble) return reason;
  if (reason instanceof DOMException && reason.name === "AbortError") return reason;
  if (reason instanceof TypeError) {
    return new Trouble(
      "The server does not answer",
      "",
      "See whether `allegiance serve` still runs, then try again.",
      0,
    );
  }
  return reason instanceof Error ? reason : new Error(String(reason));
}
