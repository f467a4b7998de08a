"""Two readers of claims and their judge: who is believed when, seen with weights made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from allegiance.lexicon.lexicon import load
from allegiance.pipeline.steps import extract_all
from allegiance.reading import Asked, Manner, Pair, Reading, Weighed
from allegiance.records.bundle import Found
from allegiance.records.claim import PHASES, STANCES, Claim
from tests.extract.test_claims import told

PLAIN = "The Houthis clashed with Al-Shabaab in Aden. The Taliban met Hezbollah."


@dataclass
class Fixed:
    """Gives the same weights to every pair of these two, named by their words, and nothing to any other."""

    one: str = ""
    other: str = ""
    relations: dict[tuple[str, bool], float] = field(default_factory=dict)
    events: dict[tuple[str, bool], float] = field(default_factory=dict)
    phase: str = "holds"
    surest: float = 0.8
    asked: list[tuple[str, str]] = field(default_factory=list)

    def weigh(self, sentences: Sequence[Asked]) -> Iterator[list[Weighed | None]]:
        return ([self._of(text, pair) for pair in pairs] for text, pairs in sentences)

    def _of(self, text: str, pair: Pair) -> Weighed:
        words = [text[side[0] : side[1]] if side else "" for side in pair]
        self.asked.append((words[0], words[1]))
        meant = self.one in words[0] and self.other in words[1] and bool(self.one)
        return Weighed(
            relations=self.relations if meant else {},
            events=self.events if meant else {},
            phases={phase: self.surest if phase == self.phase else 0.01 for phase in PHASES},
            relation_stances={stance: 0.9 * (stance == "asserted") for stance in STANCES},
            event_stances={stance: 0.9 * (stance == "asserted") for stance in STANCES},
        )


Judged = Callable[..., Found]


@pytest.fixture
def judged(reading_of: Callable[..., Reading]) -> Judged:
    def run(text: str, model: Fixed, manner: Manner) -> Found:
        reading = replace(reading_of(text), pairs=model, manner=manner)
        return extract_all(reading, load())

    return run


def claim_of(found: Found, predicate: str) -> Claim:
    return next(claim for claim in found.claims if claim.predicate == predicate)


def test_what_both_see_is_surer_and_bears_both_rules(judged: Judged) -> None:
    little = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.1})
    alone = claim_of(judged(PLAIN, little, Manner()), "rivalry")
    model = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.8})
    both = claim_of(judged(PLAIN, model, Manner()), "rivalry")
    assert both.confidence > alone.confidence
    assert [one.rule for one in both.evidence] == [
        alone.evidence[0].rule,
        "encoder.relation-rivalry",
    ]


def test_what_the_encoder_is_not_sure_enough_of_is_explained_but_not_kept(judged: Judged) -> None:
    unsure = Fixed("Taliban", "Hezbollah", {("affiliate", True): 0.1})
    found = judged(PLAIN, unsure, Manner(explained=True))
    assert "affiliate" not in {claim.predicate for claim in found.claims}
    [dropped] = [one for one in found.rulings if not one.kept and one.says.startswith("relation")]
    assert dropped.says.startswith("relation affiliate")
    assert dropped.because == "the encoder is not sure enough alone"


def test_what_matters_to_no_conflict_is_explained_but_not_kept(judged: Judged) -> None:
    found = judged("Lufthansa merged with Swissair in May.", Fixed(), Manner(explained=True))
    assert not found.claims
    [dropped] = [ruling for ruling in found.rulings if ruling.says.startswith("relation merger")]
    assert dropped.because == "it matters to no conflict"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Gunmen killed two men. The Russians are allied with the Ethiopians.", True),
        ("The fair took a week. The Russians are allied with the Ethiopians.", False),
    ],
)  # fmt: skip
def test_peoples_matter_where_arms_are_told_of(judged: Judged, text: str, kept: bool) -> None:
    found = judged(text, Fixed(), Manner())
    assert bool([claim for claim in found.claims if claim.kind == "relation"]) == kept


def test_who_attacks_another_does_not_stand_with_him(judged: Judged) -> None:
    friends = Fixed("Houthis", "Shabaab", {("alliance", True): 0.9})
    found = judged(PLAIN, friends, Manner(explained=True))
    assert "alliance" not in {claim.predicate for claim in found.claims}
    [dropped] = [one for one in found.rulings if one.says.startswith("relation alliance")]
    assert dropped.because == "a frame tells that the two fight"
    again = Fixed("Houthis", "Shabaab", {("alliance", True): 0.9}, phase="begins")
    assert "alliance" in {one.predicate for one in judged(PLAIN, again, Manner()).claims}


def test_who_stands_with_another_does_not_fight_him_unless_the_encoder_is_sure_indeed(
    judged: Judged,
) -> None:
    text = "The Houthis fought alongside Al-Shabaab. The Taliban met Hezbollah."
    foes = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.8})
    found = judged(text, foes, Manner(explained=True))
    [dropped] = [one for one in found.rulings if one.says.startswith("relation rivalry")]
    assert dropped.because == "a frame tells that the two stand together"
    sure = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.97})
    assert "rivalry" in {claim.predicate for claim in judged(text, sure, Manner()).claims}


def test_who_fight_a_third_together_do_not_fight_each_other(judged: Judged) -> None:
    text = "The Houthis and Al-Shabaab clashed with the Taliban. {} Hezbollah left."
    foes = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.9})
    found = judged(text.format(""), foes, Manner(explained=True))
    [dropped] = [one for one in found.rulings if not one.kept and one.says.startswith("relation")]
    assert dropped.because == "a frame tells that the two fight a third together"
    later = judged(text.format("The Houthis watched Al-Shabaab."), foes, Manner())
    assert len([claim for claim in later.claims if claim.predicate == "rivalry"]) == 3


def test_who_appoints_a_leader_does_not_lead_himself(judged: Judged) -> None:
    text = "Bo Karlsson was appointed head of Al-Shabaab by Ayman al-Zawahiri. {} The Taliban met Hezbollah."
    model = Fixed("Shabaab", "Zawahiri", {("leadership", False): 0.9}, phase="begins")
    found = judged(text.format(""), model, Manner(explained=True))
    leading = [told(found, claim) for claim in found.claims if claim.predicate == "leadership"]
    assert leading == ["leadership begins asserted: Bo Karlsson > Al-Shabaab"]
    [dropped] = [one for one in found.rulings if not one.kept and "leadership" in one.says]
    assert dropped.because == "a frame tells that somebody else leads it"
    later = judged(text.format("Al-Shabaab cheered Ayman al-Zawahiri."), model, Manner())
    assert len([claim for claim in later.claims if claim.predicate == "leadership"]) == 2


def test_who_becomes_another_by_a_merger_does_not_merge_with_it(judged: Judged) -> None:
    text = "The Houthis and Hezbollah merged to form Al-Shabaab. Hezbollah met the Taliban."
    model = Fixed("Hezbollah", "Shabaab", {("merger", True): 0.99}, phase="begins")
    found = judged(text, model, Manner(explained=True))
    mergers = [claim for claim in found.claims if claim.predicate == "merger"]
    assert [claim.role("result") is not None for claim in mergers] == [True]
    [dropped] = [one for one in found.rulings if one.because == "a frame tells that one came of it"]
    assert not dropped.kept


def test_the_encoder_alone_makes_a_claim_when_it_is_sure(judged: Judged) -> None:
    sure = Fixed("Taliban", "Hezbollah", {("affiliate", False): 0.97}, phase="begins")
    found = judged(PLAIN, sure, Manner())
    assert "affiliate begins asserted: Hezbollah > Taliban" in {
        told(found, c) for c in found.claims
    }
    unsure = Fixed("Taliban", "Hezbollah", {("affiliate", False): 0.1})
    assert not [c for c in judged(PLAIN, unsure, Manner()).claims if c.predicate == "affiliate"]


def test_control_is_of_places_and_nothing_else_is(judged: Judged) -> None:
    model = Fixed("Shabaab", "Aden", {("control", True): 0.99, ("alliance", True): 0.99})
    claims = [c for c in judged(PLAIN, model, Manner()).claims if c.role("place")]
    assert [claim.predicate for claim in claims] == ["control"]
    actors = Fixed("Taliban", "Hezbollah", {("control", True): 0.99})
    assert "control" not in {c.predicate for c in judged(PLAIN, actors, Manner()).claims}


def test_either_reader_can_be_turned_off(judged: Judged) -> None:
    sure = Fixed("Taliban", "Hezbollah", {("affiliate", True): 0.97})
    found = judged(PLAIN, sure, Manner("encoder"))
    assert {claim.predicate for claim in found.claims} == {"affiliate"}


def test_rulings_tell_what_each_saw(judged: Judged) -> None:
    model = Fixed("Taliban", "Hezbollah", {("affiliate", True): 0.97})
    rulings = judged(PLAIN, model, Manner(explained=True)).rulings
    by_words = {ruling.says.split()[1]: ruling for ruling in rulings}
    assert by_words["rivalry"].frame is not None
    assert by_words["affiliate"].frame is None
    assert by_words["affiliate"].share == pytest.approx(0.97)
    assert judged(PLAIN, model, Manner()).rulings == ()


def test_two_mentions_of_one_actor_are_no_pair(judged: Judged) -> None:
    model = Fixed()
    judged("Al-Shabaab said the group would fight on in Somalia.", model, Manner())
    assert not [
        pair for pair in model.asked if "group" in pair[0] + pair[1] and "Shabaab" in pair[0]
    ]


def test_a_sure_phase_of_the_encoder_amends_the_frame(judged: Judged) -> None:
    model = Fixed("Houthis", "Shabaab", {("rivalry", True): 0.8}, phase="ends")
    assert claim_of(judged(PLAIN, model, Manner()), "rivalry").phase == "holds"
    model.surest = 0.97
    assert claim_of(judged(PLAIN, model, Manner()), "rivalry").phase == "ends"


@pytest.mark.parametrize(("verb", "stance"), [("put", "asserted"), ("would have put", "alleged")])
def test_what_would_have_come_about_is_not_asserted(judged: Judged, verb: str, stance: str) -> None:
    model = Fixed("Shabaab", "Houthis", {("affiliate", True): 0.97}, phase="begins")
    text = f"A new pact {verb} Al-Shabaab under the eyes of the Houthis."
    assert claim_of(judged(text, model, Manner("encoder")), "affiliate").stance == stance


def test_help_and_truces_are_told_of_the_nameless_and_offices_are_not(judged: Judged) -> None:
    text = "Two officers met the Taliban in Kabul."
    for predicate, told_of in (("support", True), ("membership", False)):
        model = Fixed("officers", "Taliban", {(predicate, True): 0.97})
        claims = judged(text, model, Manner("encoder")).claims
        assert (predicate in {claim.predicate for claim in claims}) == told_of


@pytest.mark.parametrize(
    ("text", "first", "second", "told"),
    [
        ("Hassan Nasrallah visited two officers in Beirut.", "Nasrallah", "officers", True),
        ("Two officers visited Hezbollah in Beirut.", "officers", "Hezbollah", False),
        ("Hassan Nasrallah visited Bashar al-Assad.", "Nasrallah", "Assad", False),
    ],
)
def test_who_leads_has_a_name_and_what_he_leads_is_a_body(
    judged: Judged, text: str, first: str, second: str, told: bool
) -> None:
    model = Fixed(first, second, {("leadership", True): 0.97})
    claims = judged(text, model, Manner("encoder")).claims
    assert ("leadership" in {claim.predicate for claim in claims}) == told


def test_a_claim_of_the_encoder_hangs_on_whose_words_hold_both_sides(judged: Judged) -> None:
    text = "Kenya said on Thursday that the Taliban owed much to Hezbollah."
    model = Fixed("Taliban", "Hezbollah", {("support", False): 0.97})
    found = judged(text, model, Manner("encoder"))
    [statement] = [
        one for one in found.statements if one.id == claim_of(found, "support").statement
    ]
    assert statement.speaker_span is not None
    assert statement.speaker_span.of(text) == "Kenya"


def test_in_a_sentence_full_of_names_the_first_and_the_last_are_asked_about(judged: Judged) -> None:
    names = ("The Houthis", "Al-Shabaab", "the Taliban", "Hezbollah", "Hamas", "Boko Haram")
    model = Fixed()
    judged(f"{', '.join(names[:-1])} and {names[-1]} clashed.", model, Manner())
    asked = {frozenset(pair) for pair in model.asked}
    assert len(asked) == 15
    assert any("Houthis" in one + other and "Boko Haram" in one + other for one, other in asked)
