/** The page answers itself what the app's parts ask of a server: the codebook, and why claims stand here. */
import { explanationsOf, type Page } from "./data";

/** Takes the place of `fetch`: nothing leaves the page. */
export function answering(page: Page): typeof fetch {
  const explanations = explanationsOf(page);
  const answers: Record<string, (query: URLSearchParams) => unknown> = {
    codebook: () => page.codebook,
    explanations: (query) => query.getAll("claim").flatMap((id) => explanations.get(id) ?? []),
  };
  return async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input), "http://page/");
    const answer = answers[url.pathname.split("/").at(-1) ?? ""];
    if (answer) return Response.json(answer(url.searchParams));
    const problem = {
      title: "This page does not hold that",
      detail: "",
      remedy: "Ask the store that it was made of.",
    };
    return Response.json(problem, { status: 404 });
  };
}
