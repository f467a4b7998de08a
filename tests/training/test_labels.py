"""The labels that the second reader learns from: well-formed, and as many as are promised."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from allegiance.annotate._classes import EVENTS, RELATIONS
from allegiance.lexicon.lexicon import load
from training.examples import example
from training.labels import LABELS, Claim, Mention, Sentence, claims_of, without_brackets, written
from training.sheets import edited

LEAST_SENTENCES, LEAST_ARTICLES = 8_000, 80
FILES = sorted((LABELS / "written").glob("*.txt"))


def rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return [sentence for path in FILES for sentence in written(path)]


def test_brackets_become_mentions() -> None:
    text, mentions = without_brackets("[the [Norlandic] army] met <Roe> in {Amal}")
    assert text == "the Norlandic army met Roe in Amal"
    assert mentions == (
        Mention(0, 18, "b"),
        Mention(4, 13, "b"),
        Mention(23, 26, "p"),
        Mention(30, 34, "l"),
    )


@pytest.mark.parametrize("marked", ["[the army", "the army]", "[the <army]>"])
def test_brackets_that_do_not_close_are_refused(marked: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        without_brackets(marked)


def test_claims_are_read() -> None:
    assert claims_of("1>2 affiliate ends denied; 3>0 protest") == (
        Claim(0, 1, "affiliate", "ends", "denied"),
        Claim(2, None, "protest", None, "asserted"),
    )
    with pytest.raises(ValueError, match="no claim"):
        claims_of("1-2 affiliate")


def test_edits_of_a_sheet() -> None:
    base = [Mention(0, 5, "b"), Mention(9, 12, "l")]
    made = edited("Owls met the Owls", base, '-2 1=p +b"Owls"#2')
    assert made == [Mention(0, 5, "p"), None, Mention(13, 17, "b")]
    with pytest.raises(ValueError, match="not in the sentence"):
        edited("Owls", [], '+b"Foxes"')


def test_pairs_of_a_sentence() -> None:
    text, mentions = without_brackets("[The Owls] left [the Front] in {Amal}")
    sentence = Sentence("", text, mentions, claims_of("1>2 split begins; 1>2 reject"), "", True)
    made = example(sentence)
    assert made.pairs[:3] == (((0, 8), (14, 23)), ((0, 8), (27, 31)), ((14, 23), (27, 31)))
    assert RELATIONS.reads(made.targets[0].relation) == ("split", True)
    assert EVENTS.reads(made.targets[0].event) == ("reject", True)
    assert made.targets[1].relation == 0


def test_every_label_is_one_of_the_ontology(sentences: list[Sentence]) -> None:
    phases = {kind.predicate: kind.phases for kind in load().ontology.relations}
    events = {kind.predicate for kind in load().ontology.events}
    for sentence in sentences:
        for claim in sentence.claims:
            known = phases.get(claim.predicate, ()) if claim.phase else events
            assert (claim.phase or claim.predicate) in known, f"{sentence.key}: {claim}"
            sides = {side for side in (claim.source, claim.target) if side is not None}
            assert all(side < len(sentence.mentions) for side in sides), f"{sentence.key}: {claim}"


def test_there_are_as_many_as_promised(sentences: list[Sentence]) -> None:
    real = rows(LABELS / "real" / "sentences.tsv")
    assert len(sentences) + len(real) >= LEAST_SENTENCES
    assert len(rows(LABELS / "real" / "articles.tsv")) >= LEAST_ARTICLES
    doubled = sum(len(rows(path)) for path in (LABELS / "second").glob("*.tsv"))
    assert doubled >= 0.09 * (len(sentences) + len(real))


def test_every_relation_event_phase_and_stance_occurs_often(sentences: list[Sentence]) -> None:
    counts = Counter[str]()
    for sentence in sentences:
        for claim in sentence.claims:
            counts.update((f"{claim.phase and 'relation'} {claim.predicate}",))
            counts.update((claim.phase or "event", claim.stance))
    wanted = {f"relation {kind.predicate}" for kind in load().ontology.relations}
    wanted |= {f"None {kind.predicate}" for kind in load().ontology.events}
    assert all(counts[name] >= 30 for name in wanted), counts


def test_no_text_of_others_is_kept() -> None:
    for name in ("sentences.tsv", "articles.tsv"):
        for row in rows(LABELS / "real" / name):
            assert set(row[1] + row[2] + row[3]) <= set("0123456789- bpl")
