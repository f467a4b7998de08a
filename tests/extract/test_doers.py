"""Who did a deed, who did not, and whether it was one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.records.article import Raw
from allegiance.records.bundle import Found
from tests.conftest import SOURCE
from tests.extract.test_claims import events, relations

Read = Callable[..., Found]


@pytest.mark.parametrize(
    "deed", ["An attack claimed by Hamas", "The bomb, planted by Hamas,", "Hamas"]
)
def test_who_did_the_deed_did_what_it_did(read: Read, deed: str) -> None:
    assert "assault event asserted: Hamas > Hezbollah" in events(read(f"{deed} killed Hezbollah."))


def test_who_trained_the_doers_is_no_doer(read: Read) -> None:
    killed = events(read("Fighters trained by Hamas killed Hezbollah."))
    assert "assault event asserted: Hamas > Hezbollah" not in killed


@pytest.mark.parametrize(
    "said",
    [
        "Hamas was not involved in the attack.",
        "Hamas was not responsible for the bombing.",
        "Hamas had no responsibility for the bombing.",
    ],
)
def test_who_did_not_do_it_has_not_done_it(read: Read, said: str) -> None:
    assert not events(read(said))


def test_a_death_is_an_attack_where_somebody_is_blamed_for_it(read: Read) -> None:
    assert not events(read("After the death of Ann Roe, Hamas elected Karim Dost."))
    blamed = events(read("Hamas was blamed for the death of Hezbollah."))
    assert "assault event alleged: Hamas > Hezbollah" in blamed
    condemned = events(read("The council condemned the death of nine farmers."))
    assert "assault event asserted: - > nine farmers" in condemned


def found_by(both: Annotator, text: str) -> Found:
    article = freeze(Raw(SOURCE, "test", text), load())
    return extract_all(next(iter(both.annotate([article]))), load())


def test_a_war_is_a_rivalry_and_no_attack(both: Annotator) -> None:
    found = found_by(both, "The KDP and the PUK fought each other in the war of 1994.")
    assert relations(found) == {
        "rivalry holds asserted: Kurdistan Democratic Party > Patriotic Union of Kurdistan"
    }
    assert not events(found)


def test_what_the_encoder_sees_alone_has_the_means_of_the_words_between(both: Annotator) -> None:
    text = "Mr. Roe escaped a dynamite attack perpetrated by a Shining Path cell on 6 May."
    codes = {one.codes.plover for one in found_by(both, text).claims if one.codes is not None}
    assert codes == {"ASSAULT/explosives"}


@pytest.mark.parametrize("tie", ["linked", "affiliated", "associated"])
def test_whose_friends_did_it_did_not(both: Annotator, tie: str) -> None:
    found = found_by(both, f"Reed Front-{tie} gunmen attacked Hezbollah.")
    gunmen = f"Reed Front-{tie} gunmen"
    assert f"affiliate holds asserted: {gunmen} > Reed Front" in relations(found)
    assert events(found) == {f"assault event asserted: {gunmen} > Hezbollah"}


def test_the_clause_behind_a_deed_says_who_did_it(read: Read) -> None:
    told = read("He condemned the attacks that Hamas carried out on Hezbollah.")
    assert "assault event asserted: Hamas > Hezbollah" in events(told)
    tied = read("The ties that Hamas has forged with Boko Haram are strong.")
    assert "alliance begins asserted: Hamas > Boko Haram" in relations(tied)
    killed = read("Hezbollah condemned the attack that killed Ann Roe.")
    assert "assault event asserted: - > Ann Roe" in events(killed)


def test_who_gave_stands_behind_what_it_was_for(read: Read) -> None:
    found = read("Hamas received support in preparation for the attack from Hezbollah.")
    assert "support holds asserted: Hezbollah > Hamas" in relations(found)


def test_both_who_end_their_ties_had_them(read: Read) -> None:
    assert "affiliate ends asserted: Hamas > Boko Haram" in relations(
        read("Hamas and Boko Haram severed their ties in 1971.")
    )


@pytest.mark.parametrize("whose", ["on behalf of", "in the name of"])
def test_for_whom_an_attack_is_made_does_not_suffer_it(read: Read, whose: str) -> None:
    found = read(f"Hamas carried out the attack on the port {whose} Hezbollah.")
    assert "assault event asserted: Hamas > Hezbollah" not in events(found)
    assert not [one for one in relations(found) if one.startswith("rivalry")]


@pytest.mark.parametrize("done", ["hit back at the attack", "executed the sentence"])
def test_what_is_used_or_carried_out_is_not_attacked(read: Read, done: str) -> None:
    found = read(f"Hamas {done}.")
    text = f"Hamas {done}."
    hurt = [claim.role("target") for claim in found.claims if claim.predicate == "assault"]
    assert not [role.span.of(text) for role in hurt if role is not None]


def test_dissidents_of_a_body_are_not_that_body(read: Read) -> None:
    told = relations(read("Hamas was founded in 2003 by dissidents of Hezbollah."))
    assert "split begins asserted: Hamas > Hezbollah" in told
    assert "leadership begins asserted: Hezbollah > Hamas" not in told
