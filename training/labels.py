"""Labelled sentences: how they are written in files, and read from them (docs: training/GUIDE.md).

Two forms. *Written* sentences stand in `labels/written/*.txt` with their brackets. Of *real* ones `labels/real/*.tsv` holds
the document's id and offsets alone; their text is looked up in the public sets (`training.texts`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

LABELS = Path(__file__).parent / "labels"
KINDS = {"[": "b", "<": "p", "{": "l"}
CLOSING = {"]": "[", ">": "<", "}": "{"}
CLAIM = re.compile(r"(\d+)>(\d+) ([a-z]+)((?: [a-z]+)*)")
EDGE = re.compile(r"(\d+)-(\d+)([bpl])")
STANCES = ("asserted", "denied", "alleged", "planned", "threatened", "requested")
PHASES = ("holds", "begins", "ends", "sought", "refused")
HELD_OUT_SHARE = 10


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters of the sentence, half-open; `kind` is `b` (body), `p` (person) or `l` (place)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Sides are places in the sentence's mentions, None for nobody; `phase` is None for events."""

    source: int | None
    target: int | None
    predicate: str
    phase: str | None
    stance: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its labels.

    Attributes:
        key: the document for real text, the file and line for written text.
        shows: the construction or `real`.
        written: composed for the project.
    """

    key: str
    text: str
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    shows: str
    written: bool

    @property
    def held_out(self) -> bool:
        """Measured on and never trained on: one document in ten, by its name; of written text, one sentence in ten."""
        named = self.text if self.written else self.key
        return int(hashlib.sha256(named.encode()).hexdigest(), 16) % HELD_OUT_SHARE == 0


def claims_of(written: str) -> tuple[Claim, ...]:
    """Read `1>2 split begins; 1>3 control holds denied`.

    Raises:
        ValueError: a claim is not of that form.
    """
    made = []
    for one in filter(None, (part.strip() for part in written.split(";"))):
        match = CLAIM.fullmatch(one)
        if match is None:
            raise ValueError(f"{one!r} is no claim; write it as '1>2 split begins'")
        words = match[4].split()
        phase = next((word for word in words if word in PHASES), None)
        stance = next((word for word in words if word in STANCES), "asserted")
        source, target = (int(match[side]) - 1 for side in (1, 2))
        made.append(
            Claim(
                None if source < 0 else source,
                None if target < 0 else target,
                match[3],
                phase,
                stance,
            )
        )
    return tuple(made)


def without_brackets(marked: str) -> tuple[str, tuple[Mention, ...]]:
    """The plain text of a written sentence, and its mentions in the order in which they open.

    Raises:
        ValueError: brackets cross, or one is left open.
    """
    plain: list[str] = []
    opened: list[int] = []
    found: list[tuple[int, int, str]] = []
    for character in marked:
        if character in KINDS:
            opened.append(len(found))
            found.append((len(plain), -1, KINDS[character]))
        elif character in CLOSING:
            if not opened or found[opened[-1]][2] != KINDS[CLOSING[character]]:
                raise ValueError(f"a bracket that closes none: {marked!r}")
            place = opened.pop()
            found[place] = (found[place][0], len(plain), found[place][2])
        else:
            plain.append(character)
    if opened:
        raise ValueError(f"a bracket is left open: {marked!r}")
    return "".join(plain), tuple(Mention(*one) for one in found)


def written(path: Path) -> Iterator[Sentence]:
    """The sentences of a file of written ones.

    Raises:
        ValueError: a line is malformed; the message names the file and the line.
    """
    shows = "plain"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("#"):
            shows = line.partition(":")[2].strip() or shows
            continue
        if not line.strip():
            continue
        marked, bar, claimed = line.rpartition("|")
        try:
            if not bar:
                raise ValueError("no '|' between the sentence and its claims")
            text, mentions = without_brackets(marked.strip())
            yield Sentence(f"{path.name}:{number}", text, mentions, claims_of(claimed), shows, True)
        except ValueError as error:
            raise ValueError(f"{path}:{number}: {error}") from error


def real(path: Path, texts: dict[str, str]) -> Iterator[Sentence]:
    """The sentences of a table of real ones; those whose document is not among `texts` are left out."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        document, start, end, mentions, claimed = line.split("\t")[:5]
        if document not in texts:
            continue
        first = int(start)
        marks = tuple(
            Mention(int(m[1]) - first, int(m[2]) - first, m[3]) for m in EDGE.finditer(mentions)
        )
        text = texts[document][first : int(end)]
        yield Sentence(document, text, marks, claims_of(claimed), "real", False)


def articles(path: Path, texts: dict[str, str]) -> Iterator[Sentence]:
    """The sentences of a table of whole articles, as its last column parts them."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        document, _, end, written, claimed, _, starts = line.split("\t")
        if document not in texts:
            continue
        marks = [Mention(int(m[1]), int(m[2]), m[3]) for m in EDGE.finditer(written)]
        claims = claims_of(claimed)
        firsts = [int(start) for start in starts.split()]
        for first, last in pairwise([*firsts, int(end)]):
            inside = [n for n, mark in enumerate(marks) if first <= mark.start and mark.end <= last]
            yield Sentence(
                key=document,
                text=texts[document][first:last],
                mentions=tuple(
                    Mention(marks[n].start - first, marks[n].end - first, marks[n].kind)
                    for n in inside
                ),
                claims=tuple(_of(claim, inside) for claim in claims if _within(claim, inside)),
                shows="article",
                written=False,
            )


def _within(claim: Claim, mentions: list[int]) -> bool:
    return all(side is None or side in mentions for side in (claim.source, claim.target))


def _of(claim: Claim, mentions: list[int]) -> Claim:
    """The claim with its sides numbered anew among some of the mentions."""
    source, target = (
        None if side is None else mentions.index(side) for side in (claim.source, claim.target)
    )
    return replace(claim, source=source, target=target)


def everything(texts: dict[str, str]) -> list[Sentence]:
    """All labelled sentences, in the order of the files; disagreeing second labels are not among them."""
    found: list[Sentence] = []
    for path in sorted((LABELS / "written").glob("*.txt")):
        found += written(path)
    found += real(LABELS / "real" / "sentences.tsv", texts)
    found += articles(LABELS / "real" / "articles.tsv", texts)
    return found
