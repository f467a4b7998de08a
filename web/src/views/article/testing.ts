/** An article as the API gives it: a dove before the names, so that code points and units of JavaScript differ. */
import type { ArticleRead } from "./reads";

const TEXT =
  "ADEN (Wire) - 🕊 The River Guard attacked Port Amal. It killed 12, a man said.\n\nShare this";

const spanOf = (words: string): [number, number] => {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return [start, start + Array.from(words).length];
};

export const ARTICLE: ArticleRead = {
  report: {
    article_id: "article-1",
    title: "A town falls",
    publisher: "Wire",
    published: { start: "2031-05-02", end: "2031-05-03", grain: "day" },
    url: "https://example.org/town",
    label: "town.txt",
  },
  language: "en",
  byline: "A. Writer",
  reprint_of: null,
  copies: [],
  known_on: "2031-05-02",
  text: TEXT,
  furniture: [spanOf("Share this")],
  dateline: spanOf("ADEN (Wire)"),
  marks: [
    {
      span: spanOf("ADEN"),
      what: "place",
      id: "geonames-415189",
      label: "Aden (city)",
      rule: null,
      form: null,
    },
    {
      span: spanOf("The River Guard attacked Port Amal"),
      what: "claim",
      id: "claim-a1",
      label: "Assault, asserted",
      rule: "assault.attack",
      form: null,
    },
    {
      span: spanOf("River Guard"),
      what: "actor",
      id: "actor-1",
      label: "River Guard",
      rule: null,
      form: "name",
    },
    {
      span: spanOf("It killed 12"),
      what: "statement",
      id: "s1",
      label: "said by a man",
      rule: null,
      form: null,
    },
    {
      span: spanOf("It killed 12"),
      what: "claim",
      id: "claim-b2",
      label: "Assault, alleged",
      rule: "assault.kill",
      form: null,
    },
    {
      span: spanOf("killed"),
      what: "claim",
      id: "claim-a1",
      label: "Assault, asserted",
      rule: "assault.kill",
      form: null,
    },
    { span: spanOf("12"), what: "toll", id: null, label: "12 killed", rule: null, form: null },
  ],
};
