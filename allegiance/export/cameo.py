"""Events as rows of ICEWS with CAMEO codes: tab separated, its twenty columns and ours behind them; it drops relations.

A row is an event between two named parties or by one; ICEWS dates by the day of the story, and so does a row whose report names no
day: `Event Date First` and `Last` are empty there. City, district and province are not told apart by names alone: one is filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from allegiance.export._cells import harmless, row
from allegiance.export._contract import File
from allegiance.export._index import Index, country_names
from allegiance.export._marks import ONE_DAY, persons
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier, Incident, Site

SUFFIX = ".tsv"
BINARY = False
COLUMNS = (
    "Event ID,Event Date,Source Name,Source Sectors,Source Country,Event Text,CAMEO Code,Intensity,"
    "Target Name,Target Sectors,Target Country,Story ID,Sentence Number,Publisher,City,District,"
    "Province,Country,Latitude,Longitude,"
    "Event Date First,Event Date Last,PLOVER,Tolls,Independent,Confidence,Source ID,Target ID,Claims"
).split(",")
TAB = "\t"
# Which column holds a place's name, by its kind.
LEVELS = {
    "city": "City",
    "camp": "City",
    "site": "City",
    "region": "District",
    "admin1": "Province",
}


def files(dossier: Dossier, lexicon: Lexicon) -> Iterator[File]:
    """One table, by the day."""
    yield File("events.tsv", _lines(dossier, lexicon))


def _lines(dossier: Dossier, lexicon: Lexicon) -> Iterator[bytes]:
    index = Index(dossier)
    countries = country_names(lexicon)
    yield row(COLUMNS, TAB)
    for incident in dossier.incidents:
        cells = _row(incident, index, lexicon, countries)
        # A tab or a line's end within a cell would break the table of whoever reads without quotation marks.
        yield row((" ".join(cells.get(column, "").split()) for column in COLUMNS), TAB)


def _row(
    incident: Incident, index: Index, lexicon: Lexicon, countries: dict[str, str]
) -> dict[str, str]:
    event, kind = incident.event, lexicon.ontology.event(incident.event.predicate)
    code = incident.cameo or kind.cameo
    intensity = lexicon.formats.cameo.intensity(code)
    articles = index.told_in(event.claim_ids)
    when = event.when
    first = when.start if when is not None else None
    last = when.end - ONE_DAY if when is not None and when.end is not None else None
    sure = max(index.claims[one].claim.confidence for one in event.claim_ids)
    return {
        "Event ID": event.id,
        "Event Date": str(event.day),
        **_party("Source", event.source, index, lexicon, countries),
        "Event Text": f"{kind.label}: {event.mode}" if event.mode else kind.label,
        "CAMEO Code": code,
        "Intensity": str(intensity) if intensity is not None else "",
        **_party("Target", event.target, index, lexicon, countries),
        "Story ID": articles[0].report.article_id,
        "Publisher": harmless(articles[0].report.publisher or ""),
        **_place(index.sites.get(incident.site or ""), countries),
        "Event Date First": str(first) if first is not None else "",
        "Event Date Last": str(last) if last is not None else "",
        "PLOVER": "/".join(filter(None, (event.predicate.upper(), event.mode))),
        "Tolls": "; ".join(map(persons, incident.counts)),
        "Independent": str(event.witnesses),
        "Confidence": str(sure),
        "Claims": " ".join(event.claim_ids),
    }


def _party(
    side: str, actor: str | None, index: Index, lexicon: Lexicon, countries: dict[str, str]
) -> dict[str, str]:
    if actor is None:
        return {}
    figure = index.figures[actor]
    return {
        f"{side} Name": harmless(figure.actor.name),
        f"{side} Sectors": lexicon.formats.cameo.sectors[figure.actor.kind],
        f"{side} Country": ";".join(countries.get(code, code) for code in figure.countries),
        f"{side} ID": actor,
    }


def _place(site: Site | None, countries: dict[str, str]) -> dict[str, str]:
    if site is None:
        return {}
    place = site.place
    named = {LEVELS[site.kind]: harmless(place.name)} if site.kind in LEVELS else {}
    return {
        **named,
        "Country": countries.get(place.country or "", place.country or ""),
        "Latitude": str(place.latitude) if place.latitude is not None else "",
        "Longitude": str(place.longitude) if place.longitude is not None else "",
    }
