"""One page to hand on: lanes, network, tables and evidence, that opens from disk and asks nobody for anything.

The page itself is built from `web/` (`make web`); here it gets its data. It drops other names of actors but those in time, the texts of articles
beyond the sentences of claims, codes of events and sites beyond their names, and what became of claims in review.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import allegiance
from allegiance.errors import UsageError
from allegiance.export._contract import File
from allegiance.export._index import Index
from allegiance.lexicon.codebook import codebook_of
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.answer import Light, Saying
from allegiance.records.canonical import Json, plain
from allegiance.records.dossier import Borne, Dossier, Incident, Testimony
from allegiance.records.history import History
from allegiance.records.listing import EventRow
from allegiance.records.span import Span

SUFFIX = ".html"
BINARY = False
SCHEMA = "allegiance.page/1"
PAGE = Path(__file__).parent / "page" / "page.html"
# Stands in the built page where the data goes, once.
SLOT = b"__ALLEGIANCE__"
# Browsers open more, but on a telephone no longer with pleasure, and mail does not carry it.
MOST_BYTES = 20_000_000


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """The page.

    Raises:
        UsageError: the page was not built, or would be too large; says what to do.
    """
    head, tail = _page()
    data = script_json(_data(dossier, lexicon)).encode()
    if (size := len(head) + len(data) + len(tail)) > MOST_BYTES:
        raise UsageError(
            f"the page would have {size / 1e6:.0f} MB, and at most {MOST_BYTES / 1e6:.0f} can be handed on well;"
            " take fewer days (--from, --to, --on), one actor (--actor) or some kinds (--kind)"
        )
    yield File("map.html", (head, data, tail, b"\n"))


def script_json(value: Json) -> str:
    """JSON that may stand in a script element: nothing in it ends the element, or is an end of line to JavaScript alone.

    >>> script_json(["</script>", "a\u2028b"])
    '["\\\\u003c/script>","a\\\\u2028b"]'
    """
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    # Half of a surrogate pair cannot be written in UTF-8.
    return written.encode("utf-8", "backslashreplace").decode()


def _page() -> tuple[bytes, bytes]:
    try:
        page = PAGE.read_bytes()
    except FileNotFoundError as error:
        raise UsageError(
            "the page to hand on was not built with this installation; run `make web` first"
        ) from error
    head, _, tail = page.rstrip().partition(SLOT)
    return head, tail


def _data(dossier: Dossier, lexicon: Lexicon) -> Json:
    index = Index(dossier)
    return {
        "schema": SCHEMA,
        "about": _about(dossier, lexicon),
        "codebook": plain(codebook_of(lexicon.ontology, lexicon.signs)),
        "history": plain(_history(dossier)),
        "names": {one.actor.id: _names(one.borne) for one in dossier.figures if one.borne},
        "events": [plain(_event(one, index)) for one in dossier.incidents],
        "claims": [_claim(one, index) for one in dossier.testimonies],
        "articles": [plain(one.report) for one in dossier.references],
        "runs": plain(dossier.runs),
    }


def _about(dossier: Dossier, lexicon: Lexicon) -> Json:
    return {
        "version": allegiance.__version__,
        "since": plain(dossier.since),
        "until": plain(dossier.until),
        "known_by": plain(dossier.known_by),
        "last_day": plain(dossier.last_day),
        "recent_days": lexicon.ontology.recent_days,
        "narrowed": list(dossier.narrowed),
    }


def _history(dossier: Dossier) -> History:
    """As the API gives it: with those actors and places alone that its relations have."""
    relations = [one.relation for one in dossier.intervals]
    actors = {party for one in relations for party in one.parties}
    places = {one.place for one in relations}
    return History(
        about=None,
        since=dossier.since,
        until=dossier.until,
        known_by=dossier.known_by,
        intervals=dossier.intervals,
        actors=tuple(one.actor for one in dossier.figures if one.actor.id in actors),
        places=tuple(one.place for one in dossier.sites if one.place.id in places),
    )


def _names(borne: Iterable[Borne]) -> Json:
    """The names that an actor surely bore, each with its first and its last day; null where open."""
    return [
        {"name": one.name, "first": plain(one.sure[0]), "last": plain(one.sure[1])}
        for one in borne
        if one.sure is not None
    ]


def _event(incident: Incident, index: Index) -> EventRow:
    event = incident.event
    site = index.sites[incident.site].place if incident.site is not None else None
    source, target = (
        index.figures[one].actor if one is not None else None
        for one in (event.source, event.target)
    )
    sure = max(index.claims[one].claim.confidence for one in event.claim_ids)
    return EventRow(event, source, target, site, sure)


def _claim(testimony: Testimony, index: Index) -> Json:
    """An `Explanation` without what many share: its report, its run, and what its predicate means."""
    return {
        "claim": plain(testimony.claim),
        "parties": plain(testimony.parties),
        "sentence": testimony.sentence,
        "start": testimony.start,
        "lights": plain(_lights(testimony)),
        "saying": plain(_saying(testimony, index)),
        "rules": [one.rule for one in testimony.passages],
        "article": testimony.article_id,
        "run": testimony.run_id,
    }


def _lights(testimony: Testimony) -> list[Light]:
    start = testimony.start
    whole = Span(start, start + max(1, len(testimony.sentence)))
    spans = [(one.span, "evidence") for one in testimony.passages]
    spans += [(role.span, role.role) for role in testimony.claim.roles]
    lit = [
        Light(Span(span.start - start, span.end - start), what)
        for span, what in spans
        if whole.holds(span)
    ]
    return sorted(lit, key=lambda light: (light.span, light.what))


def _saying(testimony: Testimony, index: Index) -> Saying | None:
    if testimony.claim.statement is None:
        return None
    speaker = index.name(testimony.speaker) or testimony.speaker_words
    return Saying(speaker or None, None, "", direct=False, via=())
