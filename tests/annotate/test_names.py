"""Names by the encoder's marks: where they stand, and what becomes of the model's own."""

from __future__ import annotations

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from allegiance.annotate._classes import KINDS, TAGS, Kind
from allegiance.annotate._marked import Marked, mentions
from allegiance.annotate._names import doubtful, name
from allegiance.lexicon.lexicon import load

VOCAB = English().vocab


def doc_of(text: str, label: str = "", words: str = "") -> Doc:
    """Capitalised words are proper nouns, all others nouns; `label`: of the last place where `words` stand."""
    tokens = text.split()
    pos = ["PROPN" if token[0].isupper() else "NOUN" for token in tokens]
    starts: list[bool | int | None] = [at == 0 for at in range(len(tokens))]
    doc = Doc(VOCAB, words=tokens, pos=pos, sent_starts=starts)
    if label:
        start = doc.text.rindex(words)
        entity = doc.char_span(start, start + len(words), label=label)
        assert entity is not None
        doc.set_ents([entity])
    return doc


def mark(doc: Doc, words: str, kind: Kind, share: float = 0.9) -> Marked:
    start = doc.text.index(words)
    return Marked(start, start + len(words), kind, share)


def entities(doc: Doc, *marked: Marked) -> list[tuple[str, str]]:
    name(doc, marked, load())
    return [(one.text, one.label_) for one in doc.ents]


def test_a_name_that_the_model_missed_is_seen() -> None:
    doc = doc_of("yesterday Ti Pav left the camp")
    assert entities(doc, mark(doc, "Ti Pav", "body")) == [("Ti Pav", "ORG")]


def test_a_body_taken_for_a_person_is_one_everywhere() -> None:
    doc = doc_of("Kok Zel fought , then Kok Zel fled", "PERSON", "Kok Zel")
    seen = entities(doc, mark(doc, "Kok Zel", "body"))
    assert seen == [("Kok Zel", "ORG"), ("Kok Zel", "ORG")]


def test_a_name_within_a_mention_is_its_capitalised_part() -> None:
    doc = doc_of("some rebels of the Reed Front of Varn fled")
    seen = entities(doc, mark(doc, "some rebels of the Reed Front of Varn", "body"))
    assert seen == [("Reed Front of Varn", "ORG")]


def test_only_the_first_sentences_with_an_unknown_name_are_doubtful() -> None:
    words = "Zel fled . Zel fought . They left . Zel won . Hamas won .".split()
    starts: list[bool | int | None] = [at == 0 or words[at - 1] == "." for at in range(len(words))]
    pos = ["PROPN" if word[0].isupper() and word != "They" else "NOUN" for word in words]
    doc = Doc(VOCAB, words=words, pos=pos, sent_starts=starts)
    assert [one.text for one in doubtful(doc, load())] == ["Zel fled .", "Zel fought ."]


@pytest.mark.parametrize(
    ("words", "label"), [("Hezbollah", "PERSON"), ("Monday", "DATE"), ("Norlandic", "NORP")]
)
def test_known_names_days_and_peoples_stay(words: str, label: str) -> None:
    doc = doc_of(f"the {words} fighters fled", label, words)
    assert entities(doc, mark(doc, words, "place")) == [(words, label)]


def test_a_doubtful_mark_changes_nothing() -> None:
    doc = doc_of("they met Ana Lund again", "PERSON", "Ana Lund")
    assert entities(doc, mark(doc, "Ana Lund", "body", share=0.5)) == [("Ana Lund", "PERSON")]


def test_most_of_the_article_decides() -> None:
    doc = doc_of("Zel fell , Zel rose , Zel won")
    first, *others = (at for at in range(len(doc.text)) if doc.text.startswith("Zel", at))
    marked = [
        Marked(first, first + 3, "place", 0.7),
        *(Marked(at, at + 3, "body", 0.9) for at in others),
    ]
    assert entities(doc, *marked) == [("Zel", "ORG")] * 3


def tagged(*names: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    rows = np.full((len(names), len(TAGS)), 0.02, dtype=np.float32)
    for row, tag in enumerate(names):
        rows[row, TAGS.index(tag)] = 0.88
    return rows


def test_tags_become_mentions() -> None:
    tags = tagged(
        "outside", "begins body", "inside body", "begins body", "outside", "begins place", "outside"
    )
    offsets = [(0, 0), (0, 4), (5, 10), (11, 15), (16, 18), (19, 23), (0, 0)]
    found = list(mentions(tags, offsets, beginning=100))
    assert [(one.start, one.end, one.kind) for one in found] == [
        (100, 110, "body"),
        (111, 115, "body"),
        (119, 123, "place"),
    ]
    assert all(0.85 < one.share <= 1 for one in found)
    assert len(TAGS) == 1 + 2 * len(KINDS)
