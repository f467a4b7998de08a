"""Who is the same across articles, and who is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.records.bundle import Bundle
from allegiance.records.judgement import Identity, Judgement, referent_key
from allegiance.resolve.actors import cast, cast_known
from allegiance.resolve.judged import Judged, Leaves
from allegiance.store.identities import identities
from allegiance.store.store import in_memory
from tests.telling import TODAY, Said, keep, report
from tests.telling import day as when

LATE = date(2030, 1, 1)


def actors_of(*bundles: Bundle) -> list[str]:
    store = in_memory()
    keep(store, *bundles)
    return [one.name for one in cast(identities(store, LATE), {}).actors.values()]


def naming(name: str, *, country: str | None = None, beside: str | None = None) -> Bundle:
    """A report that names somebody whom the knowledge base does not know, and maybe somebody whom it does."""
    bundle = report("2014-01-01", Said(name, "rivalry", "the rebels"), known=False, country=country)
    if beside is None:
        return bundle
    (known,) = report("2014-01-01", Said("Al Qaeda", "rivalry", None)).found.referents
    known = replace(known, id="k1", knowledge_id=beside)
    return replace(bundle, found=replace(bundle.found, referents=(*bundle.found.referents, known)))


@pytest.mark.parametrize(
    ("name", "first", "second", "how_many"),
    [
        ("Movement of Hill Martyrs", {}, {}, 1),
        ("Hill Martyrs", {}, {}, 2),
        ("Hill Martyrs", {"country": "ML"}, {"country": "ML"}, 1),
        ("Hill Martyrs", {"country": "ML"}, {"country": "PH"}, 2),
        ("HMB", {"country": "ML"}, {"country": "ML"}, 2),
        ("HMB", {"beside": "al-qaeda"}, {"beside": "al-qaeda"}, 2),
    ],
)
def test_a_name_needs_company_the_shorter_it_is(
    name: str, first: dict[str, str], second: dict[str, str], how_many: int
) -> None:
    again = naming(name, **second)
    found = actors_of(naming(name, **first), _published(again, "2014-05-05"))
    assert found.count(name) == how_many


def test_an_acronym_with_the_same_country_and_body_is_one() -> None:
    one = naming("HMB", country="ML", beside="al-qaeda")
    found = actors_of(one, _published(one, "2014-05-05"))
    assert found.count("HMB") == 1


def test_a_person_is_never_a_body_of_the_same_name() -> None:
    name = "Sons of Hamid Tor"
    person = report("2014-01-02", Said(name, "rivalry", "x"), known=False, kinds={name: "person"})
    body = report("2014-01-01", Said(name, "rivalry", "x"), known=False)
    assert actors_of(person, body).count(name) == 2


def test_spelling_habits_do_not_part_a_name() -> None:
    one = report("2014-01-01", Said("Ansar al-Dawn Front", "rivalry", "x"), known=False)
    other = report("2014-01-02", Said("Ansar ad-Dawn front", "rivalry", "x"), known=False)
    assert len(actors_of(one, other)) == 1


def test_the_nameless_are_nobody_across_articles() -> None:
    assert actors_of(report("2014-01-01", Said("the rebels", "rivalry", "gunmen"))) == []


SAME = Identity("reading-1#a1", "actor-x", "same", "X", "armed-group", None)


def test_a_later_judgement_reverses_an_earlier_one() -> None:
    other = SAME._replace(left="reading-2#a1")
    assert len(set(cast([SAME, other], {}).actor_of.values())) == 1
    parted = other._replace(verdict="different")
    again = cast([SAME, other, parted], {}).actor_of
    assert again["reading-1#a1"] != again["reading-2#a1"]
    assert len(set(cast([SAME, other, parted, other], {}).actor_of.values())) == 1


def test_a_reviewer_may_join_two_actors_and_the_known_one_names_them() -> None:
    known = Identity("reading-2#a1", "actor-al-qaeda", "same", "AQ", "armed-group", "al-qaeda")
    joined = Identity("actor-x", "actor-al-qaeda", "same", None, None, None)
    found = cast([SAME, known, joined], {"al-qaeda": "Al Qaeda"})
    assert [(one.id, one.name) for one in found.actors.values()] == [("actor-al-qaeda", "Al Qaeda")]


def test_the_order_of_judgements_on_different_pairs_does_not_show() -> None:
    rows = [
        SAME,
        SAME._replace(left="reading-2#a1", name="Y"),
        SAME._replace(left="reading-2#a1", right="actor-w", name="Y"),
        SAME._replace(left="reading-3#a2", right="actor-w", name="Y"),
    ]
    assert cast(rows, {}) == cast(rows[::-1], {})


def test_judgements_are_appended_and_count_from_then_on() -> None:
    store = in_memory()
    keep(store, report("2014-01-01", Said("Dawn Brigade", "rivalry", "x")))
    before = cast(identities(store, LATE), {})
    (key,) = before.actor_of
    store.judge([Judgement(key, "actor-dawn-brigade", "different", 1.0, "Mara", "not they", TODAY)])
    assert cast(identities(store, LATE), {}).actor_of[key] != "actor-dawn-brigade"
    assert key == referent_key(key.partition("#")[0], "a1")


def _published(bundle: Bundle, day: str) -> Bundle:
    assert bundle.article is not None
    article = replace(bundle.article, id=f"article-{day}", published=when(day))
    return replace(bundle, article=article)


class Whole(Judged):
    """The same judgements, of which each is folded."""

    def others(self, known_by: date) -> list[Identity]:
        return self.all(known_by)

    def leaves(self, known_by: date) -> Iterator[tuple[str, Leaves]]:
        return iter(())

    def all(self, known_by: date) -> list[Identity]:
        return [
            *super().others(known_by),
            *(
                Identity(key, stem, "same", *call)
                for stem, known in super().leaves(known_by)
                for key, call in zip(known.keys, known.calls, strict=True)
            ),
        ]


JUDGED = st.lists(
    st.builds(
        lambda number, right, verdict, name: (
            date(2014, 1, 1 + number % 5),
            Identity(f"reading-a#{number}", f"actor-{right}", verdict, name, "party", None),
        ),
        st.integers(0, 30),
        st.sampled_from("abcde"),
        st.sampled_from(["same", "same", "same", "different"]),
        st.sampled_from(["Hill Brigade", "Reed Front"]),
    )
)
JOINED = st.lists(
    st.builds(
        lambda left, right: (
            None,
            Identity(f"actor-{left}", f"actor-{right}", "same", None, None, None),
        ),
        st.sampled_from("abcde"),
        st.sampled_from("abcde"),
    ),
    max_size=3,
)


@given(JUDGED, JOINED, st.integers(1, 6))
def test_referents_that_join_nobody_are_whoever_they_are_tied_to(
    told: list[tuple[date | None, Identity]],
    joined: list[tuple[date | None, Identity]],
    day: int,
) -> None:
    known_by = date(2014, 1, day)
    every = [*told, *joined]
    assert cast_known(Judged(every), known_by, {}) == cast_known(Whole(every), known_by, {})
    known = [one for on, one in every if on is None or on <= known_by]
    assert cast_known(Judged(every), known_by, {}) == cast(known, {})
