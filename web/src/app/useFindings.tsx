/** What the palette finds: pages and predicates at once, actors, articles and claims once the server has looked. */
import { IconFileText, IconMessage, IconUser, IconUsers } from "@tabler/icons-react";
import { type Actor, type Entry, type Hit, useActors, useCodebook, useSearch } from "@/api";
import { NO_FILTER } from "@/filter";
import { anchorOf, SignLine, useSigns } from "@/signs";
import { count, Foreign, reportWords, safe, short } from "@/words";
import type { Finding } from "./Found";
import { type NavPage, PAGES } from "./pages";

export interface Group {
  label: string;
  findings: Finding[];
}

// Of each kind: enough to choose from, few enough to see all kinds at once.
const SHOWN = 6;

/**
 * All that fits the words, by kind.
 *
 * @param typed - looked for here, at every key.
 * @param words - looked for by the server, when somebody pauses.
 */
export function useFindings(typed: string, words: string): { groups: Group[]; busy: boolean } {
  const entries = useCodebook().data?.predicates ?? [];
  const signs = useSigns();
  const actors = useActors(NO_FILTER, { q: words, limit: SHOWN }, { off: words === "" });
  const hits = useSearch(words, 2 * SHOWN);
  const fits = (...texts: string[]) => holds(texts, typed);
  const claims = words ? (hits.data ?? []).filter((hit) => hit.kind === "claim") : [];
  const articles = words ? (hits.data ?? []).filter((hit) => hit.kind === "article") : [];
  const groups = [
    {
      label: "Pages",
      findings: PAGES.filter(({ label, about }) => fits(label, about)).map(pageFound),
    },
    {
      label: "Actors",
      findings: words
        ? (actors.data?.rows ?? []).map(({ actor, reports }) => actorFound(actor, reports))
        : [],
    },
    {
      label: "Relations and events",
      findings: (typed ? entries : [])
        .filter(({ label, predicate }) => fits(label, predicate))
        .map((entry) => ({
          ...entryFound(entry),
          icon: <SignLine sign={signs.of(entry.predicate, entry.kind)} width={30} />,
        })),
    },
    { label: "Articles", findings: articles.map(articleFound) },
    { label: "Claims", findings: claims.map(claimFound) },
  ];
  const cut = groups.map(({ label, findings }) => ({
    label,
    findings: typed ? findings.slice(0, SHOWN) : findings,
  }));
  return { groups: cut, busy: typed !== words || actors.isFetching || hits.isFetching };
}

/** Do the texts together hold every word that was typed? */
export function holds(texts: readonly string[], typed: string): boolean {
  const all = texts.join(" ").toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function pageFound({ path, label, about, Icon }: NavPage): Finding {
  const icon = <Icon size={18} stroke={1.6} />;
  return { key: path, to: path, name: label, icon, title: label, note: about };
}

function actorFound(actor: Actor, reports: number): Finding {
  const Icon = actor.kind === "person" ? IconUser : IconUsers;
  return {
    key: actor.id,
    to: `/actors/${encodeURIComponent(actor.id)}`,
    name: safe(actor.name),
    icon: <Icon size={18} stroke={1.6} />,
    title: <Foreign>{actor.name}</Foreign>,
    note: `${actor.kind}, named in ${count(reports, "report")}`,
  };
}

function entryFound(entry: Entry): Omit<Finding, "icon"> {
  const anchor = anchorOf(entry.kind, entry.predicate);
  return {
    key: anchor,
    to: `/codebook#${anchor}`,
    name: entry.label,
    title: entry.label,
    note: entry.definition,
  };
}

function articleFound({ id, report, snippet, lights }: Hit): Finding {
  return {
    key: id,
    to: `/articles/${encodeURIComponent(id)}`,
    name: reportWords(report),
    icon: <IconFileText size={18} stroke={1.6} />,
    title: <Foreign>{report.title ?? report.label}</Foreign>,
    snippet: { text: snippet, lights },
    note: <Foreign>{reportWords({ ...report, title: null })}</Foreign>,
  };
}

function claimFound({ id, report, snippet, lights }: Hit): Finding {
  return {
    key: id,
    to: `/articles/${encodeURIComponent(report.article_id)}#${id}`,
    name: `Claim ${short(id)}: ${safe(snippet)}`,
    icon: <IconMessage size={18} stroke={1.6} />,
    title: `Claim ${short(id)}`,
    snippet: { text: snippet, lights },
    note: <Foreign>{reportWords(report)}</Foreign>,
  };
}
