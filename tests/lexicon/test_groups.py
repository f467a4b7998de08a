"""What the knowledge base says of armed groups and of who leads them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest

from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.index import ActorIndex
from allegiance.lexicon.lexicon import load


@pytest.fixture(scope="module")
def actors() -> dict[str, KnownActor]:
    return {actor.id: actor for actor in load().actors}


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return load().index


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("al-Nusra", ["al-nusra-front"]),
        ("Jabhat an-Nusra", ["al-nusra-front"]),
        ("Levant Conquest Front", ["jabhat-fatah-al-sham"]),
        ("HTS", ["hayat-tahrir-al-sham"]),
        ("Islamic State of Iraq", ["islamic-state-of-iraq"]),
        ("Islamic State of Iraq and the Levant", ["islamic-state"]),
        ("Da'esh", ["islamic-state"]),
        ("Sinai Province", ["islamic-state-sinai"]),
        ("MUJWA", ["mujao"]),
        ("Group to Support Islam and Muslims", ["jnim"]),
        ("Sendero Luminoso", ["shining-path"]),
        ("Jundallah", ["jundallah-iran", "jundallah-pakistan"]),
        ("Dokka Umarov", ["doku-umarov"]),
        ("Afonso Dhlakama", ["afonso-dhlakama"]),
    ],
)
def test_the_spellings_of_papers_lead_to_the_group(
    index: ActorIndex, name: str, ids: list[str]
) -> None:
    assert sorted(sense.actor.id for sense in index.senses(name)) == ids


def test_a_new_name_of_a_body_is_known_from_the_day_it_was_taken(
    actors: dict[str, KnownActor],
) -> None:
    chain = ["al-nusra-front", "jabhat-fatah-al-sham", "hayat-tahrir-al-sham"]
    for old, new in pairwise(actors[id] for id in chain):
        assert old.end is not None
        assert new.start == old.end - timedelta(days=1)
