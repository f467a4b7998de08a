"""Nouns that name actors."""

from __future__ import annotations

import pytest

from allegiance.lexicon.lexicon import load


@pytest.mark.parametrize(
    ("form", "kind", "plural"),
    [
        ("gunmen", "armed-group", True),
        ("gunman", "person", False),
        ("ministries", "government", True),
        ("forces", "military", True),
        ("spokeswoman", "person", False),
        ("group", "armed-group", False),
    ],
)
def test_a_form_tells_kind_and_number(form: str, kind: str, plural: bool) -> None:
    noun = load().nouns.by_form[form]
    assert (noun.actor_kind, noun.plural) == (kind, plural)
