"""Events as rows of ACLED: its columns of 2023, and ours behind them; it drops relations, and events that ACLED does not code.

`fatalities` is the least number killed that any claim gives, 0 where none does; the range stands in `notes`. `timestamp` is the day of
the last report, as seconds. Who did it is actor1, though ACLED itself does not order the two.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from allegiance.export._cells import harmless, row
from allegiance.export._contract import File
from allegiance.export._index import Index, country_names
from allegiance.export._marks import persons, time
from allegiance.lexicon.formats import Acled, AcledRow
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier, Incident, Site
from allegiance.records.when import When

SUFFIX = ".csv"
BINARY = False
COLUMNS = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type "
    "actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 interaction civilian_targeting "
    "iso region country admin1 admin2 admin3 location latitude longitude geo_precision "
    "source source_scale notes fatalities tags timestamp "
    "event_when reports witnesses confidence actor1_id actor2_id claims"
).split()
NOBODY = "nobody"


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One table, by the day."""
    yield File("events.csv", _lines(dossier, lexicon))


def _lines(dossier: Dossier, lexicon: Lexicon) -> Iterator[bytes]:
    index, terms = Index(dossier), lexicon.formats.acled
    countries = country_names(lexicon)
    yield row(COLUMNS)
    for incident in dossier.incidents:
        term = _term(incident, index, terms)
        if term is not None:
            cells = {
                **_what(incident, term, terms, index),
                **_where(index.sites.get(incident.site or ""), terms, countries),
                **_evidence(incident, index),
            }
            yield row(cells.get(column, "") for column in COLUMNS)


def _term(incident: Incident, index: Index, terms: Acled) -> AcledRow | None:
    event = incident.event
    sides = (index.kind(event.source, NOBODY), index.kind(event.target, NOBODY))
    fitting = (one for one in terms.rows if one.fits(event.predicate, event.mode or "", *sides))
    return next(fitting, None)


def _what(incident: Incident, term: AcledRow, terms: Acled, index: Index) -> dict[str, str]:
    event = incident.event
    first, second = (
        terms.actors[index.kind(one)] if one is not None else None
        for one in (event.source, event.target)
    )
    codes = sorted(str(side[0]) for side in (first, second) if side is not None)
    targeted = term.event_type == "Violence against civilians"
    return {
        "event_id_cnty": event.id,
        "event_date": str(event.day),
        "year": str(event.day.year),
        "time_precision": str(_time_precision(event.when, terms)),
        "disorder_type": terms.disorder[term.event_type],
        "event_type": term.event_type,
        "sub_event_type": term.sub_event_type,
        "actor1": harmless(index.name(event.source)),
        "inter1": first[1] if first is not None else "",
        "actor2": harmless(index.name(event.target)),
        "inter2": second[1] if second is not None else "",
        "interaction": "".join(codes).ljust(2, "0"),
        "civilian_targeting": terms.civilians if targeted else "",
        "event_when": time(event.when) if event.when is not None else "",
        "actor1_id": event.source or "",
        "actor2_id": event.target or "",
    }


def _time_precision(when: When | None, terms: Acled) -> int:
    if when is None or when.start is None or when.end is None:
        return terms.coarsest
    span = (when.end - when.start).days
    return next((code for days, code in terms.times if span <= days), terms.coarsest)


def _where(site: Site | None, terms: Acled, countries: dict[str, str]) -> dict[str, str]:
    if site is None:
        return {"geo_precision": str(terms.coarsest)}
    place = site.place
    return {
        "country": countries.get(place.country or "", place.country or ""),
        "admin1": harmless(place.name) if site.kind == "admin1" else "",
        "location": harmless(place.name),
        "latitude": str(place.latitude) if place.latitude is not None else "",
        "longitude": str(place.longitude) if place.longitude is not None else "",
        "geo_precision": str(terms.places.get(site.kind, terms.coarsest)),
    }


def _evidence(incident: Incident, index: Index) -> dict[str, str]:
    event = incident.event
    articles = index.told_in(event.claim_ids)
    sources = dict.fromkeys(one.report.publisher or one.report.label for one in articles)
    killed = next((count.least for count in incident.counts if count.kind == "killed"), 0)
    words = [one.quote for claim in event.claim_ids for one in index.claims[claim].passages]
    notes = [*dict.fromkeys(" ".join(one.split()) for one in words)]
    tolls = "; ".join(map(persons, incident.counts))
    return {
        "source": harmless("; ".join(sources)),
        "notes": harmless(" | ".join([*notes, *([f"[{tolls}]"] if tolls else [])])),
        "fatalities": str(killed),
        "timestamp": str(_seconds(max(one.known_on for one in articles))),
        "reports": str(len(articles)),
        "witnesses": str(event.witnesses),
        "confidence": str(max(index.claims[one].claim.confidence for one in event.claim_ids)),
        "claims": " ".join(event.claim_ids),
    }


def _seconds(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())
