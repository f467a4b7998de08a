"""Places are found where they are meant, and put where they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import BY_ENCODER, Reading
from allegiance.records.article import Raw
from allegiance.records.bundle import Found
from allegiance.records.where import Where
from tests.conftest import SOURCE

Read = Callable[..., Found]


def the(name: str, found: Found, text: str) -> Where:
    places = [place for place in found.places if place.span.of(text) == name]
    assert places, f"{name!r} is not among {[place.span.of(text) for place in found.places]}"
    return places[0]


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Fighting resumed in Aleppo on Monday.", "Aleppo", "city", "SY"),
        ("Militants captured two villages in Darfur.", "Darfur", "region", "SD"),
        ("Rebels shelled the port of Hodeidah.", "Hodeidah", "city", "YE"),
        ("They were trained in Syria.", "Syria", "country", "SY"),
        ("Troops left the Gaza Strip at dawn.", "Gaza Strip", "region", "PS"),
        ("Militants crossed the border near al-Hol.", "al-Hol", "camp", "SY"),
        ("A ship was hit in the Red Sea.", "Red Sea", "sea", None),
        ("Smugglers crossed into the U.S. at night.", "U.S.", "country", "US"),
        ("Clashes were reported near Bagram.", "Bagram", "site", "AF"),
        ("The rebels hold Gao.", "Gao", "city", "ML"),
    ],
)
def test_a_name_in_the_place_of_a_place_is_found(
    read: Read, text: str, name: str, kind: str, country: str | None
) -> None:
    place = the(name, read(text), text)
    assert (place.kind, place.country) == (kind, country)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The army shelled Tripoli, Lebanon, on Monday.", "LB"),
        (
            "Militias fought in Tripoli. Libya has had no president since, and Benghazi is calm.",
            "LY",
        ),
        ("He grew up in Paris, Texas.", "US"),
        ("He grew up in Paris.", "FR"),
    ],
)
def test_what_stands_beside_a_name_chooses_among_its_places(
    read: Read, text: str, country: str
) -> None:
    name = "Tripoli" if "Tripoli" in text else "Paris"
    assert the(name, read(text), text).country == country


@pytest.mark.parametrize(
    "text",
    [
        "The Washington Post reported it.",
        "Mr. Aleppo declined to comment.",
        "He was seen on Monday in May.",
        "The Syrian army denied it.",
        "The talks led to a truce, Lee said.",
    ],
)
def test_a_name_inside_another_name_is_no_place(read: Read, text: str) -> None:
    assert not read(text).places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BAGHDAD (Agency) - A bomb went off.", "BAGHDAD"),
        ("Shells fell on Raqqa, Manbij and Azaz.", "Azaz"),
        ("He was treated at Al Kindi Hospital in Mosul.", "Al Kindi Hospital"),
        ("Smugglers were caught on the Iraqi border.", "Iraqi"),
        ("Troops withdrew to Khost.", "Khost"),
        ("The rebels control the capital, Sanaa.", "Sanaa"),
        ("Gunmen raided the village of Kuru-Bado.", "Kuru-Bado"),
    ],
)
def test_a_place_is_known_by_what_stands_around_it(read: Read, text: str, name: str) -> None:
    assert the(name, read(text), text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "THE TALKS IN CENTRAL\nAMERICA WILL GO ON, THE MINISTER SAID.",
            "CENTRAL\nAMERICA",
            "region",
        ),
        ("HE WAS SHOT IN THE DEPARTMENT OF SANTANDER IN COLOMBIA.", "SANTANDER", "admin1"),
        ("BOMBS WENT OFF IN SAN\nSALVADOR TODAY.", "SAN\nSALVADOR", "city"),
    ],
)
def test_places_are_found_in_capitals_and_across_lines(
    read: Read, text: str, name: str, kind: str
) -> None:
    assert the(name, read(text), text).kind == kind


def test_a_site_lies_in_the_city_that_the_text_names(read: Read) -> None:
    text = "He was treated at Al Kindi Hospital in Mosul."
    site = the("Al Kindi Hospital", read(text), text)
    assert (site.kind, site.country) == ("site", "IQ")
    assert site.latitude == pytest.approx(36.3, abs=0.2)


def test_the_capital_district_is_one_place_with_its_city(read: Read) -> None:
    assert len(read("They met in Washington, D.C., in May.").places) == 1


def test_a_place_lies_where_the_gazetteer_puts_it(read: Read) -> None:
    text = "The convoy stopped in Raqqa."
    place = the("Raqqa", read(text), text)
    assert place.latitude == pytest.approx(35.95, abs=0.1)
    assert place.longitude == pytest.approx(39.01, abs=0.1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("THE BOMB WENT OFF IN THE RIBERA NEIGHBORHOOD OF THE CAPITAL.", "RIBERA"),
        ('THE TROOPS ENTERED THE VILLAGE OF "POZO HONDO" AT DAWN.', "POZO HONDO"),
        ("THEY AMBUSHED A PATROL NEAR LAS HIGUERAS CANTON.", "LAS HIGUERAS"),
        ("Gunmen attacked the Ribera Alta neighborhood on Monday.", "Ribera Alta"),
        # A known name is the beginning of a longer one.
        ("THE PLANE CAME DOWN IN SAN LUIS DE LA VEGA.", "SAN LUIS DE LA VEGA"),
        ("SHOTS WERE FIRED AT THE JUAN ROCA AIRPORT.", "JUAN ROCA AIRPORT"),
    ],
)
def test_what_is_called_a_place_is_one(read: Read, text: str, name: str) -> None:
    assert name in [place.span.of(text) for place in read(text).places]


def test_a_dateline_names_a_place(read: Read) -> None:
    text = "SANTIAGO, 3 MAY 90 (AGENCY) -- [TEXT] TWO BOMBS EXPLODED TODAY."
    assert the("SANTIAGO", read(text), text).country == "CL"


@pytest.mark.parametrize("country", ["Mexico", "Kuwait", "Guatemala", "Panama"])
def test_a_country_is_meant_by_its_name_beside_the_city_called_after_it(
    read: Read, country: str
) -> None:
    text = f"The two men fled to {country} in May. Police in {country} City found the car."
    assert [place.kind for place in read(text).places] == ["country", "city"]


@pytest.mark.parametrize(
    "text", ["Gunmen attacked a Kurdish village.", "THEY RAIDED AN ANDEAN TOWN."]
)
def test_a_people_is_no_place(read: Read, text: str) -> None:
    assert not [place for place in read(text).places if place.kind == "unknown"]


@pytest.mark.parametrize(
    ("text", "seen", "label", "places"),
    [
        ("The Owls lost Port Zelno in May.", "Port Zelno", "GPE", ["Port Zelno"]),
        ("The Owls lost Homs Province in May.", "Homs Province", "GPE", ["Homs"]),
        ("The Front of Tripoli fled.", "Front of Tripoli", "ORG", []),
        ("The Reed Front of Zelno fled.", "Reed Front of Zelno", "GPE", []),
    ],
)
def test_a_name_that_the_encoder_sees_is_one(
    reading_of: Callable[..., Reading], text: str, seen: str, label: str, places: list[str]
) -> None:
    reading = reading_of(text)
    start = text.index(seen)
    entity = reading.doc.char_span(start, start + len(seen), label=label, span_id=BY_ENCODER)
    assert entity is not None
    others = [one for one in reading.doc.ents if one.end <= entity.start or one.start >= entity.end]
    reading.doc.set_ents([*others, entity])
    found = extract_all(reading, load())
    assert [place.span.of(text) for place in found.places] == places


def test_a_town_that_the_model_takes_for_a_company_is_one(both: Annotator) -> None:
    text = "August 2014 – Reed Army (RA) overruns Sinjar as its foes withdraw."
    reading = next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())])))
    assert [place.kind for place in extract_all(reading, load()).places] == ["city"]


@pytest.mark.parametrize(
    ("text", "name", "beside"),
    [
        ("They fled to the village of Torvand in Darfur.", "Torvand", "Darfur"),
        ("Fighting resumed in Mosul. A bomb went off at the Karvel Hotel.", "Karvel Hotel", "Mosul"),
    ],
)  # fmt: skip
def test_an_unknown_place_has_the_point_of_the_one_that_it_is_in_or_near(
    read: Read, text: str, name: str, beside: str
) -> None:
    found = read(text)
    place, known = the(name, found, text), the(beside, found, text)
    assert (place.latitude, place.longitude) == (known.latitude, known.longitude)
    assert place.gazetteer_id is None
    assert place.radius_km is not None
    assert place.radius_km >= 30


def test_an_unknown_place_beside_none_has_no_point(read: Read) -> None:
    text = "They fled to the village of Torvand. He was born in Paris."
    assert the("Torvand", read(text), text).latitude is None
