"""A place, as named in a text and as known to the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.span import Span


@dataclass(frozen=True, slots=True)
class Where:
    """A place name in an article.

    Attributes:
        span: the words.
        name: the gazetteer's name; the words where it has none.
        kind: `country`, `admin1`, `city`, `region`, `sea`, `river`, `camp`, `site` or `unknown`.
        country: ISO 3166-1 alpha-2, upper case; None where unknown or where many.
        latitude: degrees WGS 84.
        longitude: degrees WGS 84.
        radius_km: how vague the point is.
        gazetteer_id: `geonames:NUMBER`, or a row of the hand list.
    """

    span: Span
    name: str
    kind: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None


def bears_name(words: str) -> bool:
    """Does a place that no gazetteer knows have a name of its own? "The town" of one report is not that of another.

    >>> bears_name("Fort Reed"), bears_name("the airport")
    (True, False)
    """
    return words.rpartition(" ")[2][:1].isupper()
