"""Relations in the phrases of the press: a phrase tells a state of somebody, or a word around it changes what it tells.

All groups and persons are invented; the frames read alone.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.records.bundle import Found
from tests.extract.test_claims import relations

Read = Callable[..., Found]
FOUGHT = "The army shelled a camp on Monday. "


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        # Who is in the pay, the hands, the command of whom.
        (
            "The Hill Brigade is in the pay of Eritrea.",
            "support holds asserted: Eritrea > Hill Brigade",
        ),
        (
            "A militia in the pay of Eritrea, the Hill Brigade, shelled the fort.",
            "support holds asserted: Eritrea > Hill Brigade",
        ),
        (
            "Idlib came under the control of the Hill Brigade.",
            "control begins asserted: Hill Brigade > -",
        ),
        (
            "Idlib is not in the hands of the Hill Brigade.",
            "control holds denied: Hill Brigade > -",
        ),
        ("Idlib is back in Hill Brigade hands.", "control holds asserted: Hill Brigade > -"),
        ("Idlib is back in government hands.", "control holds asserted: government > -"),
        (
            "The Hill Brigade was placed under the command of the Reed Front.",
            "affiliate begins asserted: Hill Brigade > Reed Front",
        ),
        # Help that is had, lost, asked for and taken away.
        (
            "The Hill Brigade lost the backing of Eritrea in 2012.",
            "support ends asserted: Eritrea > Hill Brigade",
        ),
        (
            "The Hill Brigade enjoys the patronage of the Reed Front.",
            "support holds asserted: Reed Front > Hill Brigade",
        ),
        (
            "The Hill Brigade appealed to Eritrea for weapons.",
            "support sought asserted: Eritrea > Hill Brigade",
        ),
        (
            "Eritrea has withdrawn its support from the Hill Brigade.",
            "support ends asserted: Eritrea > Hill Brigade",
        ),
        (
            "Eritrea threw its weight behind the Hill Brigade.",
            "support begins asserted: Eritrea > Hill Brigade",
        ),
        (
            "There is no evidence that Eritrea backs the Hill Brigade.",
            "support holds denied: Eritrea > Hill Brigade",
        ),
        # Offices that are taken and left.
        (
            "Karim Dost was elected chairman of the Reed Front.",
            "leadership begins asserted: Karim Dost > Reed Front",
        ),
        (
            "Karim Dost took over as head of the Reed Front.",
            "leadership begins asserted: Karim Dost > Reed Front",
        ),
        (
            "Karim Dost was ousted as head of the Reed Front.",
            "leadership ends asserted: Karim Dost > Reed Front",
        ),
        # Where troops go, what they run.
        (
            "Hill Brigade fighters, holed up in Idlib, fired back.",
            "control holds asserted: Hill Brigade > -",
        ),
        ("The Hill Brigade runs the port of Latakia.", "control holds asserted: Hill Brigade > -"),
        ("The Hill Brigade marched into Idlib.", "control begins asserted: Hill Brigade > -"),
        (
            "The Reed Front drove the Hill Brigade from Idlib.",
            "control begins asserted: Reed Front > -",
        ),
        # What is called off, undone, broken out.
        (
            "The Hill Brigade called off its merger with the Reed Front.",
            "merger ends asserted: Hill Brigade > Reed Front",
        ),
        (
            "The Hill Brigade tore up its truce with the Reed Front.",
            "truce ends asserted: Hill Brigade > Reed Front",
        ),
        (
            "The Hill Brigade has a non-aggression pact with the Reed Front.",
            "truce holds asserted: Hill Brigade > Reed Front",
        ),
        # Of whom a body is made.
        (
            "The Night Guard, made up of Reed Front dissidents, shelled the fort.",
            "split begins asserted: Night Guard > Reed Front",
        ),
        (
            "A Reed Front offshoot known as the Night Guard shelled the fort.",
            "split begins asserted: Night Guard > Reed Front",
        ),
        (
            "The Hill Brigade turned its back on the Reed Front in 2006.",
            "split begins asserted: Hill Brigade > Reed Front",
        ),
        # Persons leave a body, serve under somebody, are somebody's; a body is another's.
        (
            "Karim Dost left the Reed Front in 2006.",
            "membership ends asserted: Karim Dost > Reed Front",
        ),
        (
            "The Hill Brigade fought under Ahmed Saleh.",
            "leadership holds asserted: Ahmed Saleh > Hill Brigade",
        ),
        (
            "The Hill Brigade remained under the leadership of Ahmed Saleh.",
            "leadership holds asserted: Ahmed Saleh > Hill Brigade",
        ),
        (
            "The men of Ahmed Saleh shelled the fort.",
            "leadership holds asserted: Ahmed Saleh > men",
        ),
        (
            "Karim Dost, deputy leader of the Reed Front, was killed.",
            "membership holds asserted: Karim Dost > Reed Front",
        ),
        (
            "Karim Dost, Uganda's man in the east, was killed.",
            "support holds asserted: Uganda > Karim Dost",
        ),
        (
            "The Reed Front said that its Fourth Brigade was attacked first.",
            "affiliate holds asserted: Fourth Brigade > Reed Front",
        ),
        (
            "The Hill Brigade, a pillar of the Salt Alliance, stayed away.",
            "membership holds asserted: Hill Brigade > Salt Alliance",
        ),
        (
            "A new body called the Salt Alliance brings together the Hill Brigade and the Reed Front.",
            "membership holds asserted: Hill Brigade > Salt Alliance",
        ),
        (
            "A splinter group of the Hill Brigade, the Night Guard, shelled the fort.",
            "split begins asserted: Night Guard > Hill Brigade",
        ),
        (
            "The Salt Party and its militia, the Hill Brigade, stayed away.",
            "affiliate holds asserted: Hill Brigade > Salt Party",
        ),
        (
            "The Hill Brigade looks to Eritrea for arms.",
            "support holds asserted: Eritrea > Hill Brigade",
        ),
        (
            "Command of the Hill Brigade passed to Ahmed Saleh.",
            "leadership begins asserted: Ahmed Saleh > Hill Brigade",
        ),
        # Peace and friendship are made.
        (
            "The Hill Brigade made peace with the Reed Front in 2010.",
            "truce begins asserted: Hill Brigade > Reed Front",
        ),
        (
            "The Hill Brigade made friends with the Reed Front.",
            "alliance begins asserted: Hill Brigade > Reed Front",
        ),
    ],
)
def test_a_phrase_tells_how_two_stand(read: Read, sentence: str, relation: str) -> None:
    assert relation in relations(read(sentence))


def test_what_is_made_of_dissidents_does_not_hold_the_body_that_they_left(read: Read) -> None:
    told = relations(read("The Night Guard, made up of Reed Front dissidents, shelled the fort."))
    assert not any(claim.startswith("membership") for claim in told)


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        (
            "The Salt Party has declared itself neutral.",
            "neutrality holds asserted: Salt Party > -",
        ),
        ("The Salt Party stayed out of the war.", "neutrality holds asserted: Salt Party > ?"),
        ("The Salt Party gave up its neutrality.", "neutrality ends asserted: Salt Party > -"),
    ],
)
def test_who_is_neutral_may_be_told_without_the_fight(
    read: Read, sentence: str, relation: str
) -> None:
    assert relation in relations(read(FOUGHT + sentence))


def test_who_stays_away_is_not_neutral(read: Read) -> None:
    assert not relations(read(FOUGHT + "The Salt Party stayed away."))


HOME = "Gunmen killed two policemen in Asmara, Eritrea. Shops closed in Keren and in Assab. Eritrea mourned.\n"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (HOME + "President Karim Dost wept.", "leadership holds asserted: Karim Dost > Eritrea"),
        (
            HOME + "The prime minister, Karim Dost, wept.",
            "leadership holds asserted: Karim Dost > Eritrea",
        ),
        (
            "The government fell silent. President Karim Dost wept.",
            "leadership holds asserted: Karim Dost > government",
        ),
    ],
)
def test_an_unknown_holder_of_an_office_has_it_in_the_country_of_the_article(
    read: Read, text: str, relation: str
) -> None:
    assert relation in relations(read(text))


@pytest.mark.parametrize("title", ["Former President", "Club President"])
def test_other_titles_are_not_those_of_the_state(read: Read, title: str) -> None:
    assert not relations(read(f"{HOME}{title} Karim Dost wept."))


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Lords ambushed a patrol on Monday.",
        "The Harbour Lords said so. Ten men were kidnapped by the Harbour Lords.",
        "The Harbour Lords said so. Fighters from the Harbour Lords took the bridge.",
    ],
)
def test_who_does_what_only_bodies_at_arms_do_is_one(read: Read, sentence: str) -> None:
    kinds = {one.name: one.kind for one in read(sentence).referents}
    assert kinds["Harbour Lords"] == "armed-group"


def test_a_partys_fighters_are_at_arms(read: Read) -> None:
    told = relations(read("The Hill Brigade killed forty Salt Party fighters."))
    assert "rivalry holds asserted: Hill Brigade > Salt Party" in told
