"""Whose "the government" is, and whom an office or a name means on the day that is told of. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from allegiance.lexicon.actors import COLUMNS, NAME_COLUMNS
from allegiance.lexicon.lexicon import Lexicon, load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import Manner, Reading
from allegiance.records.bundle import Found

Read = Callable[..., Found]
ReadingOf = Callable[..., Reading]

EGYPT = "Gunmen killed two policemen in Sinai, Egypt. Shops closed in Suez, and in Ismailia.\n"
DAY = "2018-03-03"


def meant(found: Found, text: str, words: str) -> Iterator[str | None]:
    """The rows of the knowledge base that some words stand for."""
    for one in found.referents:
        for mention in one.mentions:
            if mention.span.of(text) == words:
                yield one.knowledge_id


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("The government vowed revenge.", "The government", "egypt-government"),
        ("The central government vowed revenge.", "The central government", "egypt-government"),
        ("The army shelled the hills.", "The army", "egypt-military"),
        ("Government forces shelled the hills.", "Government forces", "egypt-military"),
        ("Government officials spoke.", "Government officials", "egypt-government"),
        ("The president vowed revenge.", "The president", "abdel-fattah-el-sisi"),
        ("The foreign minister vowed revenge.", "The foreign minister", "sameh-shoukry"),
        # What says more is somebody else's, or nobody knows whose.
        ("The regional government vowed revenge.", "The regional government", None),
        ("The army of the Reed Front shelled the hills.", "The army", None),
        ("An army shelled the hills.", "An army", None),
        ("The president of the club vowed revenge.", "The president", None),
        ("The former president vowed revenge.", "The former president", None),
        ("Soldiers shelled the hills.", "Soldiers", None),
        ("Three army soldiers shelled the hills.", "Three army soldiers", None),
        # Another country was named last.
        ("Libya closed its border. The army shelled the hills.", "The army", None),
        ("After Libya fell, the government wavered.", "the government", None),
        ("The army shelled the border of Libya.", "The army", "egypt-military"),
        ("The Libyan army grew. It was dark in Suez. The army came.", "The army", "egypt-military"),
        # Somebody of the article itself may be meant.
        ("The Hill Liberation Army grew. The army shelled the hills.", "The army", None),
        (
            "The Hill Liberation Forces grew. Government forces came.",
            "Government forces",
            "egypt-military",
        ),
        ("The Army came. The army shelled the hills.", "The army", "egypt-military"),
        ("President Karim Dost came. The president vowed revenge.", "The president", None),
    ],
)
def test_a_part_of_no_state_is_that_of_the_country_that_the_article_is_about(
    read: Read, sentence: str, words: str, who: str | None
) -> None:
    text = EGYPT + sentence
    assert list(meant(read(text, DAY), text, words)) == [who]


@pytest.mark.parametrize(
    "about",
    [
        "",
        "Shops closed in Suez.\n",
        "Roads closed in Tripoli, Misrata and Benghazi. Shops closed in Suez, Ismailia, Alexandria and Cairo.\n",
    ],
)
def test_nothing_is_told_of_no_state_where_no_country_dominates(read: Read, about: str) -> None:
    text = f"{about}It was late. It was dark. The government vowed revenge."
    assert list(meant(read(text, DAY), text, "The government")) == [None]


def test_title_and_date_line_tell_of_the_country(reading_of: ReadingOf) -> None:
    text = "CAIRO, March 3 (Agency) - Shops closed in Suez.\nIt was dark. The army came."
    reading = reading_of(text, DAY)
    assert list(meant(extract_all(reading, load()), text, "The army")) == [None]
    titled = replace(
        reading, article=replace(reading.article, title="Egyptian shops close in Suez")
    )
    assert list(meant(extract_all(titled, load()), text, "The army")) == ["egypt-military"]


def test_it_is_said_why_only_where_that_is_asked(reading_of: ReadingOf) -> None:
    text = EGYPT + "The army came. Libya fell. The government wavered."
    reading = reading_of(text, DAY)
    assert extract_all(reading, load()).unnamed == ()
    told = extract_all(replace(reading, manner=Manner("frames", explained=True)), load()).unnamed
    assert [(one.words.of(text), one.actor, one.because) for one in told] == [
        ("The army", "Egyptian Armed Forces", "4 of 5 mentions of countries are of Egypt"),
        ("The government", None, "Libya was named last before it"),
    ]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("In 2005 the Egyptian president spoke.", "Hosni Mubarak"),
        ("In 2005 officials said that the Egyptian president spoke.", "Hosni Mubarak"),
        ("The Egyptian president spoke in May 2005.", "Hosni Mubarak"),
        # What is dated is something else.
        ("The Egyptian president blamed rebels who fled in 2005.", "Abdel Fattah el-Sisi"),
        ("The Egyptian president said that the rebels fled in 2005.", "Abdel Fattah el-Sisi"),
        ("The attack in 2005 angered the Egyptian president.", "Abdel Fattah el-Sisi"),
        ("Since 2015 the Egyptian president has slept.", "Abdel Fattah el-Sisi"),
        # Two held the office in that year, or the years are open.
        ("In 2011 the Egyptian president spoke.", "Egyptian president"),
        ("Until 2012 the Egyptian president slept.", "Egyptian president"),
    ],
)
def test_an_office_is_held_by_who_held_it_on_the_day_of_what_is_told(
    read: Read, sentence: str, name: str
) -> None:
    found = read(sentence, DAY)
    assert name in {one.name for one in found.referents}
    assert len({one.knowledge_id for one in found.referents if one.kind == "person"}) == 1


def test_one_of_a_name_is_whoever_was_there_on_the_day_of_what_is_told(read: Read) -> None:
    text = "In 1990 President Bush spoke to Congress."
    assert "george-h-w-bush" in {one.knowledge_id for one in read(text, "2004-05-05").referents}


@pytest.fixture
def dated(tmp_path: Path) -> Lexicon:
    """The Hill Column was the Lake Guard until May 2012, the Reed Front from June on, and is nobody known since 2016."""
    for inner, text in (
        ("actors", f"{','.join(COLUMNS)}\n{LAKE_GUARD}\n{REED_FRONT}\n"),
        ("names", f"{','.join(NAME_COLUMNS)}\n{UNTIL}\n{FROM}\n"),
    ):
        (tmp_path / inner).mkdir()
        (tmp_path / inner / "made.csv").write_text(f"# Invented rows.\n{text}", encoding="utf-8")
    return load(tmp_path)


LAKE_GUARD = "lake-guard,Lake Guard,armed-group,,,,EG,,,,,https://a.example"
REED_FRONT = "reed-front,Reed Front,armed-group,,,,EG,,,,,https://a.example"
UNTIL = "lake-guard,Hill Column,,2012-05,https://a.example"
FROM = "reed-front,Hill Column,2012-06,2015,https://a.example"


@pytest.mark.parametrize(
    ("sentence", "published", "who"),
    [
        ("The Hill Column shelled Suez.", "2012-05-31", "lake-guard"),
        ("The Hill Column shelled Suez.", "2012-06-01", "reed-front"),
        ("The Hill Column shelled Suez.", "2016-01-01", None),
        ("In 2010 the Hill Column shelled Suez.", "2014-01-01", "lake-guard"),
        ("In 2013 the Hill Column shelled Suez.", "2018-01-01", "reed-front"),
        # Two bore it in that year, and in some year.
        ("In 2012 the Hill Column shelled Suez.", "2018-01-01", None),
        ("The Hill Column shelled Suez.", None, None),
    ],
)
def test_a_name_means_whom_it_meant_on_the_day_of_what_is_told(
    reading_of: ReadingOf, dated: Lexicon, sentence: str, published: str | None, who: str | None
) -> None:
    found = extract_all(reading_of(sentence, published), dated)
    bodies = [one.knowledge_id for one in found.referents if one.kind == "armed-group"]
    assert bodies == ([who] if who is not None else bodies)
    assert set(bodies) <= {who}


def test_a_name_in_brackets_means_whom_it_meant_that_day(
    reading_of: ReadingOf, tmp_path: Path, dated: Lexicon
) -> None:
    (tmp_path / "names" / "made.csv").write_text(
        f"# Invented rows.\n{','.join(NAME_COLUMNS)}\nreed-front,HCX,2012,,https://a.example\n"
    )
    text = "The Hill Column (HCX) shelled Suez."
    for published, who in (("2011-01-01", None), ("2013-01-01", "reed-front")):
        found = extract_all(reading_of(text, published), load(tmp_path))
        assert list(meant(found, text, "HCX")) == [who]
