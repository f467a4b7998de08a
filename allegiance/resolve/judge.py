"""Judge who the named actors of an article are, from that article alone.

A referent is tied to one or more actor ids; referents that share an id are one actor. An id is made of what has to
agree, so the same names in the same surroundings meet, in whatever order articles come, and two that share a short name
alone never do:

| name                                | has to agree                                                     |
|-------------------------------------|------------------------------------------------------------------|
| known to the knowledge base         | the row                                                          |
| three words or more                 | the name and the kind                                            |
| two words                           | these, and a country or a known body of the article              |
| one word (acronym, surname, short)  | these, and both a country and a known body                       |

What has no name ("the rebels", "gunmen") is judged nothing: it stays inside its article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.names import name_key
from allegiance.records.bundle import Found
from allegiance.records.canonical import digest
from allegiance.records.judgement import Judgement, known_actor_id, referent_key
from allegiance.records.mention import ActorKind, Referent

# Kinds that reports mix up when they speak of one body; all others stay apart.
BODIES = frozenset({"armed-group", "coalition", "party", "organisation"})
# Known bodies that tie an article to a conflict; the United Nations or a newspaper are everywhere.
TELLING = frozenset({"armed-group", "coalition", "party"})
# How sure a shared name is, by what has to agree beside it; by hand, in the order of the table above.
SURE, LONG_NAME, NAME_AND_ONE, NAME_AND_BOTH, ALONE = 1.0, 0.9, 0.8, 0.7, 1.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article is about, as far as names need it; each sorted."""

    article_id: str
    countries: tuple[str, ...]
    bodies: tuple[str, ...]


def judge(
    found: Found, *, article_id: str, reading: str, lexicon: Lexicon, today: date
) -> Iterator[Judgement]:
    """Judgements on every named referent, in the order of referents."""
    surroundings = surroundings_of(found, article_id, lexicon)
    for referent in found.referents:
        if not is_named(referent):
            continue
        for actor_id, score, by, because in _ties(referent, surroundings):
            left = referent_key(reading, referent.id)
            yield Judgement(left, actor_id, "same", score, f"resolve.{by}", because, today)


def is_named(referent: Referent) -> bool:
    """Does the article, or the knowledge base, give it a name?"""
    return referent.knowledge_id is not None or any(
        mention.form == "name" for mention in referent.mentions
    )


def surroundings_of(found: Found, article_id: str, lexicon: Lexicon) -> Surroundings:
    """The countries and known bodies of an article."""
    known = {one.knowledge_id for one in found.referents if one.knowledge_id is not None}
    rows = [actor for actor in lexicon.actors if actor.id in known]
    countries = {place.country for place in found.places if place.country is not None}
    countries.update(code for row in rows if row.kind == "state" for code in row.country)
    bodies = {row.id for row in rows if row.kind in TELLING}
    return Surroundings(article_id, tuple(sorted(countries)), tuple(sorted(bodies)))


def family(kind: ActorKind) -> str:
    """Kinds that may be one actor under one name."""
    return "body" if kind in BODIES else kind


def _ties(referent: Referent, around: Surroundings) -> Iterator[tuple[str, float, str, str]]:
    """Actor ids with score, rule and reason."""
    if referent.knowledge_id is not None:
        yield (
            known_actor_id(referent.knowledge_id),
            SURE,
            "knowledge",
            "the knowledge base knows it",
        )
        return
    name, kin = name_key(referent.name), family(referent.kind)
    words = len(name.split())
    if words >= 3:
        yield (
            digest("actor", name, kin),
            LONG_NAME,
            "long-name",
            "its full name is rarely another's",
        )
        return
    tied = False
    for with_ in _company(around, both=words == 1):
        tied = True
        score = NAME_AND_BOTH if words == 1 else NAME_AND_ONE
        because = f"the same name with {' and '.join(with_)}"
        yield digest("actor", name, kin, with_), score, "company", because
    if not tied:
        because = "nothing around it tells it from another of that name"
        yield digest("actor", name, kin, around.article_id), ALONE, "alone", because


def _company(around: Surroundings, *, both: bool) -> Iterator[tuple[str, ...]]:
    if both:
        yield from ((country, body) for country in around.countries for body in around.bodies)
    else:
        yield from ((one,) for one in (*around.countries, *around.bodies))
