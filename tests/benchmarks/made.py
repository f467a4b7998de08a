"""Readings made by hand, in the form of docs/contract.md, and marks summed up as the figures of one document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from allegiance import shelf
from benchmarks.quality.case import Case, Document
from benchmarks.quality.figures import Average, Figure, Score, Share, figures
from benchmarks.quality.reading import reading_of


class Made:
    """A line of `allegiance extract` in the making; words are named by what they are in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line: dict[str, Any] = {
            "article": {"id": "one", "text": text},
            **{kind: [] for kind in ("actors", "places", "dates", "statements", "claims")},
        }

    def span(self, words: str) -> list[int]:
        start = self.text.index(words)
        return [start, start + len(words)]

    def actor(self, *mentions: str, kind: str = "armed-group") -> str:
        name = f"a{len(self.line['actors']) + 1}"
        spans = [{"span": self.span(words), "form": "name"} for words in mentions]
        actor = {"id": name, "name": mentions[0], "kind": kind, "mentions": spans}
        self.line["actors"].append(actor)
        return name

    def place(self, words: str, country: str, point: tuple[float, float] | None) -> dict[str, Any]:
        latitude, longitude = point or (None, None)
        named = {"span": self.span(words), "name": words, "kind": "city", "country": country}
        place = {**named, "latitude": latitude, "longitude": longitude}
        self.line["places"].append(place)
        return place

    def date(self, words: str, start: str | None, end: str | None) -> None:
        self.line["dates"].append({"span": self.span(words), "start": start, "end": end})

    def statement(self, speaker: str, words: str, cue: str, content: str) -> str:
        name = f"s{len(self.line['statements']) + 1}"
        spans = {"speaker_span": words, "cue_span": cue, "content_span": content}
        statement = {key: self.span(value) for key, value in spans.items()}
        self.line["statements"].append({"id": name, "speaker": speaker, **statement})
        return name

    def claim(
        self, predicate: str, roles: Mapping[str, tuple[str | None, str]], **more: Any
    ) -> None:
        claim = {
            "kind": "relation",
            "predicate": predicate,
            "phase": None,
            "stance": "asserted",
            "roles": [
                {"role": role, "actor": actor, "span": self.span(words)}
                for role, (actor, words) in roles.items()
            ],
            "when": None,
            "where": None,
            "toll": None,
            "statement": None,
            "codes": None,
            "confidence": 0.5,
            "evidence": [{"span": [0, len(self.text)]}],
        }
        self.line["claims"].append(claim | more)

    def case(self, gold: object, *twins: object) -> Case:
        """With this gold, and documents of the same text with the gold of their own."""
        first = Document("one", self.text, None, None, gold)
        others = [Document("other", self.text, None, None, twin) for twin in twins]
        return Case(first, reading_of(self.line), (first, *others))


def figures_of(name: str, *cases: Case) -> dict[str, Figure]:
    """The figures of a set over these."""
    score = shelf.take("benchmarks.quality.sets", name).score
    return figures(mark for case in cases for mark in score(case))


def counts(figure: Figure) -> tuple[float, ...]:
    """Right, given, found, gold; or part, whole; or the mean."""
    match figure:
        case Score():
            return figure.right, figure.given, figure.found, figure.gold
        case Share():
            return figure.part, figure.whole
        case Average():
            return (figure.value,)
