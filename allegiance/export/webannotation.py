"""W3C Web Annotations (JSON-LD): one for every piece of evidence, at its words in the article; it drops relations and events as such.

The target is the article's address, or where it has none its name; the words are found by their place in the text as we froze it, and
by themselves with what stands around them, which outlives a changed page.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.export._lines import json_line, json_list, utf8
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.canonical import Json, digest, plain
from allegiance.records.dossier import Dossier, Passage, Reference, Testimony

SUFFIX = ".jsonld"
BINARY = False
CONTEXT: Json = [
    "http://www.w3.org/ns/anno.jsonld",
    # Our own words beside those of the standard.
    {
        "al": "urn:allegiance:term:",
        "claim": {"@id": "al:claim", "@type": "@id"},
        "says": {"@id": "al:says", "@type": "@json"},
    },
]


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One collection with one page; an annotation's body says what the words claim, in JSON and in words."""
    count = sum(len(one.passages) for one in dossier.testimonies)
    head = (
        f'{{"@context":{json_line(CONTEXT)},"id":"urn:allegiance:annotations",'
        f'"type":"AnnotationCollection","label":"Evidence","total":{count},'
        '"first":{"id":"urn:allegiance:annotations:1","type":"AnnotationPage","items":['
    )
    yield File("map.jsonld", utf8(json_list(head, _annotations(dossier), "]}}")))


def _annotations(dossier: Dossier) -> Iterator[Json]:
    index = Index(dossier)
    for testimony in dossier.testimonies:
        article = index.articles[testimony.article_id]
        for passage in testimony.passages:
            yield _annotation(testimony, passage, article, index)


def _annotation(testimony: Testimony, passage: Passage, article: Reference, index: Index) -> Json:
    claim = testimony.claim
    id_ = digest("annotation", claim.id, passage.span, passage.rule)
    return {
        "id": f"urn:allegiance:{id_}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": f"{article.known_on}T00:00:00Z",
        "claim": f"urn:allegiance:{claim.id}",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.predicate},
            {"type": "TextualBody", "purpose": "describing", "value": _sentence(testimony, index)},
        ],
        "says": _said(testimony, passage),
        "target": {
            "source": article.report.url or f"urn:allegiance:{testimony.article_id}",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": passage.quote,
                    "prefix": passage.before,
                    "suffix": passage.after,
                },
                {
                    "type": "TextPositionSelector",
                    "start": passage.span.start,
                    "end": passage.span.end,
                },
            ],
        },
    }


def _sentence(testimony: Testimony, index: Index) -> str:
    """What is claimed, in a line: "affiliate holds (asserted): source Dawn Brigade, target Northern Front"."""
    claim = testimony.claim
    what = " ".join(filter(None, (claim.predicate, claim.phase)))
    parties = ", ".join(
        f"{one.role} {one.actor.name if one.actor is not None else one.words}"
        for one in testimony.parties
    )
    speaker = index.name(testimony.speaker) or testimony.speaker_words
    by = f"; said by {speaker}" if speaker else ""
    return f"{what} ({claim.stance}): {parties}{by}"


def _said(testimony: Testimony, passage: Passage) -> Json:
    claim = testimony.claim
    roles: list[Json] = [
        {
            "role": one.role,
            "actor": one.actor.id if one.actor is not None else None,
            "words": one.words,
        }
        for one in testimony.parties
    ]
    return {
        "article": testimony.article_id,
        "kind": claim.kind,
        "predicate": claim.predicate,
        "phase": claim.phase,
        "stance": claim.stance,
        "roles": roles,
        "when": plain(claim.when),
        "speaker": testimony.speaker,
        "confidence": claim.confidence,
        "rule": passage.rule,
    }
