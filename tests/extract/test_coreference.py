"""What later words take up an actor named before. The sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from allegiance.annotate.spacy_english import Annotator
from allegiance.clean.freeze import freeze
from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.records.article import Raw
from allegiance.records.bundle import Found
from allegiance.records.mention import Referent
from tests.conftest import SOURCE

Read = Callable[..., Found]


def actor_at(read: Read, text: str, words: str, number: int = 0) -> Referent | None:
    """The referent whose mention stands at the given words (the `number`-th time they occur)."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return next(
        (
            one
            for one in read(text).referents
            for mention in one.mentions
            if (mention.span.start, mention.span.end) == (start, start + len(words))
        ),
        None,
    )


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hamas said that it would not disarm.", "it", "Hamas"),
        ("Israel says it has opened an inquiry into the death of a man.", "it", "Israel"),
        ("Israel struck Hezbollah. It accused the group of firing rockets.", "It", "Israel"),
        ("Hezbollah freed two men. The group said they were unharmed.", "The group", "Hezbollah"),
        ("Hezbollah leader Bo Ostrander vowed that his group would not yield.", "his group", "Hezbollah"),
        ("General Ana Lund resigned after she quarrelled with Bo Ostrander.", "she", "Ana Lund"),
        ("Hezbollah attacked a post. Several gunmen fell. The rebels withdrew.", "The rebels", "Hezbollah"),
        ("Three gunmen stormed the bank. The gunmen fled.", "The gunmen", "Three gunmen"),
        ('"We will fight on," Anna Lindberg said.', "We", "Anna Lindberg"),
        ("Hamas, which runs the strip, refused.", "which", "Hamas"),
        ("Bo Ostrander shot himself.", "himself", "Bo Ostrander"),
        ("Hamas met. It receives money from abroad.", "It", "Hamas"),
        ("Hamas met. It has ties to a bank.", "It", "Hamas"),
        ("Hamas met. It is at war with the army.", "It", "Hamas"),
        ("Hamas met. It is a militant group.", "It", "Hamas"),
        ("President Anna Lindberg resigned. The president gave no reason.", "The president", "Anna Lindberg"),
        ("The news shocked Norway. The country mourned.", "The country", "Norway"),
        ("Bo Karlsson fled. Police say he is ill.", "he", "Bo Karlsson"),
        ('The Tolan Front condemned the raid. "We fought the Hill Brigade," said its chairman, Bo Sarabi.', "its", "Tolan Front"),
        ('The Tolan Front condemned the raid. "We fought the Hill Brigade," said its chairman, Bo Sarabi.', "We", "Tolan Front"),
        ('"We fought the Salt Brigade," said Colonel Faustin Boko, who speaks for the Hill Patriots.', "We", "Hill Patriots"),
        ('The army shelled Bo. "We had to," said a spokesman for the army.', "We", "army"),
        ("The Reed Front holds the coast. After the rout it replaced its chief with Bo Lund.", "it", "Reed Front"),
        ("The Hill Army stayed neutral. The Reed Front handed over the town to it.", "it", "Hill Army"),
        ("Bo Ostrander commands the Hill Brigade. On Saturday his fighters fled.", "his fighters", "Hill Brigade"),
        ("The Hill Brigade signed. Its men went home.", "Its men", "Hill Brigade"),
        ("The Hill Army fled. The group was thrown out of the town by a mob.", "The group", "Hill Army"),
        ("The Clan del Golfo lost. The clan has not withered.", "The clan", "Clan del Golfo"),
        ("Where was the Reed Front? Nowhere. At home. In bed. They had a war to fight.", "They", "Reed Front"),
        (
            "Bo Ostrander fled. He hid. He ran. He hid again. With the Owls, the band of Bo Lund, he spent his days.",
            "his", "Bo Ostrander",
        ),
        ("The Hill Army and three others set up the Reed Front. It is led by Bo Lund.", "It", "Reed Front"),
        ("The Reed Front fled the Hill Army, which had grown. It was born in 2011.", "It", "Reed Front"),
    ],
)  # fmt: skip
def test_the_antecedent_is_found(read: Read, text: str, words: str, name: str) -> None:
    referent = actor_at(read, text, words)
    assert referent is not None
    assert referent.name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hamas warned that it would rain.", "it"),
        ("Hamas met. It is a sunny day.", "It"),
        ("Israel says it is likely that rain will fall.", "it"),
        ("The ties can be cut if they conflict with unity, Anna Lindberg said.", "they"),
        ("The attack and its aftermath shocked Israel.", "its"),
        ("A priest brokered a truce with the Reed Front. It lasted for a month.", "It"),
        ("The Reed Front burned the bridge. The Hill Army has since rebuilt it.", "it"),
        ("The ministry denied having provided it with arms.", "it"),
        ("The Reed Front bombed a mosque, warning it would benefit the Hill Brigade.", "it"),
    ],
)
def test_what_is_no_actor_stays_open(read: Read, text: str, words: str) -> None:
    assert actor_at(read, text, words) is None


def test_subject_and_object_of_one_verb_are_two(read: Read) -> None:
    text = "Israel fears Hezbollah. Hezbollah said Israel attacked it."
    referent = actor_at(read, text, "it")
    assert referent is not None
    assert referent.name == "Hezbollah"


def test_two_groups_are_not_one_of_the_two(read: Read) -> None:
    text = "Hamas met Hezbollah. The two groups agreed."
    referent = actor_at(read, text, "The two groups")
    assert referent is not None
    assert len(referent.mentions) == 1


def test_a_nominal_tied_to_a_name_takes_up_no_other(read: Read) -> None:
    text = "Hamas condemned the raid. The Lebanese militant group Hezbollah said nothing."
    referent = actor_at(read, text, "Hezbollah")
    assert referent is not None
    assert referent.name == "Hezbollah"
    assert len(referent.mentions) == 2


INTERVIEW = """Moses Karlsson commands Owl Company, a militia on the isle. He met us at a camp.

Q: Why did you leave the Reed Army?

A: I was angry. We are owls.

Q: Are you paid by the mining company?

A: The company is a stranger to us.

Karlsson is ill. "We know," say his men."""


@pytest.mark.parametrize(
    ("words", "number", "name"),
    [
        ("you", 0, "Owl Company"),
        ("I", 0, "Moses Karlsson"),
        ("We", 0, "Owl Company"),
        ("The company", 0, "mining company"),
        ("us", 1, "Owl Company"),
    ],
)
def test_in_an_interview_we_and_you_are_the_guest_and_his_body(
    read: Read, words: str, number: int, name: str
) -> None:
    referent = actor_at(read, INTERVIEW, words, number)
    assert referent is not None
    assert referent.name == name


PUT_OUT = """Moses Karlsson commands the Hill Guard. The commander met envoys.

Moses Karlsson said in a statement on Monday:

I thank the town. We will go on fighting the Reed Army.

Our friends in the Salt Brigade stand with us.

The Reed Army answered: there was no fighting, and the town was calm. Nobody else said so."""


@pytest.mark.parametrize(
    ("words", "name"),
    [("I", "Moses Karlsson"), ("We", "Hill Guard"), ("Our", "Hill Guard"), ("us", "Hill Guard")],
)
def test_a_statement_needs_no_quotation_marks(read: Read, words: str, name: str) -> None:
    referent = actor_at(read, PUT_OUT, words)
    assert referent is not None
    assert referent.name == name


def test_a_group_written_as_a_name_takes_up_no_other(both: Annotator) -> None:
    text = "The Hill Union met. He condemned the attack by the Salt Front on Tell Marud."
    reading = next(iter(both.annotate([freeze(Raw(SOURCE, "test", text), load())])))
    referents = extract_all(reading, load()).referents
    (union,) = (one for one in referents if one.name == "Hill Union")
    assert [mention.span.of(text) for mention in union.mentions] == ["Hill Union"]
