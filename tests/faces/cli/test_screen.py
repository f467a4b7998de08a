"""Untrusted text on a terminal."""

from __future__ import annotations

import pytest

from allegiance.faces.cli import _screen
from allegiance.faces.cli._screen import bracketed, lit
from allegiance.records.answer import Light
from allegiance.records.span import Span
from allegiance.wording import safe


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", "plain words"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[2Jgone", "\N{REPLACEMENT CHARACTER}[2Jgone"),
        ("bell\x07", "bell\N{REPLACEMENT CHARACTER}"),
        ("eight-bit \x9b31m", "eight-bit \N{REPLACEMENT CHARACTER}31m"),
        ("\u202etxt.exe", "\N{REPLACEMENT CHARACTER}txt.exe"),
        ("half \ud800", "half \N{REPLACEMENT CHARACTER}"),
        ("can\u00adnot, \u0645\u06cc\u200c\u062e", "can\u00adnot, \u0645\u06cc\u200c\u062e"),
        ("[bold]not markup[/bold]", "[bold]not markup[/bold]"),
    ],
)
def test_text_of_an_article_cannot_steer_a_terminal(written: str, shown: str) -> None:
    assert safe(written) == shown


@pytest.mark.parametrize(
    ("lights", "shown"),
    [
        ([], "ISIS left Al Qaeda"),
        (
            [Light(Span(0, 4), "source"), Light(Span(10, 18), "target")],
            "[source: ISIS] left [target: Al Qaeda]",
        ),
        ([Light(Span(0, 18), "evidence"), Light(Span(5, 9), "cue")], "ISIS [cue: left] Al Qaeda"),
        (
            [Light(Span(0, 9), "when"), Light(Span(0, 4), "source")],
            "[when: [source: ISIS] left] Al Qaeda",
        ),
        ([Light(Span(0, 4), "hit"), Light(Span(4, 5), "hit")], "[ISIS][ ]left Al Qaeda"),
    ],
)
def test_without_colours_words_are_lit_by_named_brackets(lights: list[Light], shown: str) -> None:
    assert bracketed("ISIS left Al Qaeda", lights) == shown


def test_a_light_stands_on_its_words_though_white_space_is_folded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_screen, "colourful", lambda: True)
    painted = lit("ISIS\n\n left", [Light(Span(7, 11), "cue")])
    assert [painted.plain[span.start : span.end] for span in painted.spans] == ["left"]


def test_the_evidence_is_painted_under_the_roles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_screen, "colourful", lambda: True)
    painted = lit("ISIS left", [Light(Span(0, 4), "source"), Light(Span(0, 9), "evidence")])
    assert [span.style for span in painted.spans] == ["underline", "bold blue"]
