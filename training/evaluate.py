"""How well the encoder reads the labels it was not trained on: `python -m training.evaluate TEXTS` (uses the packaged weights).

A pair is read right where its class (predicate and way) is the labelled one. Precision, recall and F1 are micro over pairs
with a claim; phase and stance are shares of the pairs whose relation is read right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from allegiance.annotate._classes import EVENTS, NONE, PHASES, RELATIONS, STANCES, Directed
from allegiance.annotate.encoder import Encoder
from allegiance.reading import Weighed
from training.examples import IGNORED, Target, example
from training.labels import Sentence, everything
from training.texts import texts


@dataclass
class Tally:
    """Counts of one row of the table."""

    gold: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def add(self, gold: str | None, given: str | None, same: bool) -> None:
        """One pair."""
        if gold:
            self.gold[gold] += 1
        if given:
            self.given[given] += 1
        if gold and same:
            self.right[gold] += 1

    def row(self, name: str | None = None) -> str:
        """Precision, recall, F1 and the number of labels, of one predicate or of all."""
        gold, given, right = (
            sum(counts.values()) if name is None else counts[name]
            for counts in (self.gold, self.given, self.right)
        )
        precision, recall = right / max(given, 1), right / max(gold, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        return f"{precision:.3f} {recall:.3f} {f1:.3f} {gold:5d}"


def read(
    sentences: Iterable[Sentence], encoder: Encoder
) -> Iterator[tuple[Sentence, Target, Weighed]]:
    """Every pair with its label and its weights."""
    examples = [one for one in map(example, sentences) if one.pairs]
    answers = encoder.weigh([(one.sentence.text, one.pairs) for one in examples])
    for one, weighed in zip(examples, answers, strict=True):
        for target, shares in zip(one.targets, weighed, strict=True):
            if shares is not None:
                yield one.sentence, target, shares


def best(shares: Mapping[tuple[str, bool], float], least: float) -> tuple[str, bool] | None:
    """The class of the greatest share, if that is at least `least`."""
    written = max(shares, key=lambda one: shares[one], default=None)
    return written if written is not None and shares[written] >= least else None


def _labelled(classes: Directed, number: int) -> tuple[str, bool] | None:
    return None if number == NONE else classes.reads(number)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--least", type=float, default=0.5)
    given = parser.parse_args()
    held = [one for one in everything(texts(given.texts)) if one.held_out]
    tallies = {"relation": Tally(), "event": Tally()}
    shown: dict[str, Tally] = {}
    phases, stances = Counter[bool](), Counter[bool]()
    for sentence, target, shares in read(held, Encoder()):
        for kind, classes, weights in (
            ("relation", RELATIONS, shares.relations),
            ("event", EVENTS, shares.events),
        ):
            gold = _labelled(classes, getattr(target, kind))
            guess = best(weights, given.least)
            same = gold == guess
            for tally in (tallies[kind], shown.setdefault(f"{kind} {sentence.shows}", Tally())):
                tally.add(gold and gold[0], guess and guess[0], same)
            if kind == "relation" and gold and same:
                phases[PHASES[target.phase] == likeliest(shares.phases)] += 1
        if target.relation_stance != IGNORED:
            stances[STANCES[target.relation_stance] == likeliest(shares.relation_stances)] += 1
    for kind, tally in tallies.items():
        print(f"{kind:30} {tally.row()}")
        for name in sorted(tally.gold):
            print(f"  {name:28} {tally.row(name)}")
    print(f"phase right {phases[True] / max(phases.total(), 1):.3f}")
    print(f"stance right {stances[True] / max(stances.total(), 1):.3f}")
    for name in sorted(shown):
        print(f"{name:44} {shown[name].row()}")


def likeliest(shares: Mapping[str, float]) -> str:
    """The name with the greatest share."""
    return max(shares, key=lambda name: shares[name])


if __name__ == "__main__":
    main()
