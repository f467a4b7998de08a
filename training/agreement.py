"""How far two labellers agree who read the same sentences without each other: `python -m training.agreement TEXTS`.

Cohen's kappa (Cohen 1960) by field, over pairs of mentions that both marked with the same characters: which relation, which
event, and, where both wrote the same relation, its phase and stance.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from allegiance.annotate._classes import NONE
from training.examples import Target, example
from training.labels import LABELS, Sentence, claims_of, everything, real
from training.texts import texts


def kappa(pairs: Sequence[tuple[int, int]]) -> float:
    """Agreement beyond chance: 1 is perfect, 0 is chance; NaN where nothing can differ."""
    count = len(pairs)
    same = sum(one == other for one, other in pairs) / count
    ones, others = (Counter(pair[side] for pair in pairs) for side in (0, 1))
    chance = sum(ones[label] * others[label] for label in ones) / count**2
    return (same - chance) / (1 - chance) if chance < 1 else float("nan")


def fingerprint(text: str) -> str:
    """What a written sentence is called in the table of second labels."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def seconds(
    sentences: Sequence[Sentence], found: dict[str, str]
) -> Iterator[tuple[Sentence, Sentence]]:
    """Each doubly labelled sentence, as the first and as the second labelled it."""
    written = {fingerprint(one.text): one for one in sentences if one.written}
    for line in (LABELS / "second" / "written.tsv").read_text("utf-8").splitlines()[1:]:
        name, _, claimed = line.partition("\t")
        if name in written:
            yield written[name], replace(written[name], claims=claims_of(claimed))
    firsts = {(one.key, one.text): one for one in sentences if not one.written}
    for other in real(LABELS / "second" / "real.tsv", found):
        one = firsts.get((other.key, other.text))
        if one is not None:
            yield one, other


def both(one: Sentence, other: Sentence) -> Iterator[tuple[Target, Target]]:
    """Targets of the pairs that both could label."""
    first, second = example(one), example(other)
    theirs = dict(zip(second.pairs, second.targets, strict=True))
    for pair, target in zip(first.pairs, first.targets, strict=True):
        if pair in theirs:
            yield target, theirs[pair]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    found = texts(parser.parse_args().texts)
    doubled = list(seconds(everything(found), found))
    targets = [pair for one, other in doubled for pair in both(one, other)]
    print(f"{len(doubled)} sentences, {len(targets)} pairs of mentions")
    for field in ("relation", "event"):
        named = [(getattr(a, field), getattr(b, field)) for a, b in targets]
        print(f"{field:16} kappa {kappa(named):.3f} over {len(named)} pairs")
    same = [(a, b) for a, b in targets if a.relation == b.relation != NONE]
    for field in ("phase", "relation_stance"):
        named = [(getattr(a, field), getattr(b, field)) for a, b in same]
        print(f"{field:16} kappa {kappa(named):.3f} over {len(named)} pairs")


if __name__ == "__main__":
    main()
