"""Choose the shares from which the encoder is believed alone: `python -m training.choose TEXTS` prints and writes `encoder.toml`.

On the held-out sentences, for each predicate: the lowest share at which its precision, smoothed by that of all predicates
of its kind, is at least the one asked for. Rare predicates so lean on the others.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable
from pathlib import Path

from allegiance.annotate._classes import EVENTS, NONE, RELATIONS
from allegiance.annotate.encoder import Encoder
from allegiance.lexicon.lexicon import DATA
from training.evaluate import best, read
from training.labels import everything
from training.texts import texts

SHARES = [share / 100 for share in range(40, 100, 5)]
# So many guesses of the average precision are added to those of each predicate.
PRIOR = 10
NEVER = 1.1

Guess = tuple[float, bool]


def chosen(guesses: Iterable[Guess], all_guesses: Iterable[Guess], precision: float) -> float:
    """The lowest share that keeps the precision; `NEVER` where none does.

    Args:
        guesses: the share of each guess of one predicate, and whether it is right.
        all_guesses: likewise, of all predicates.
    """
    own, every = list(guesses), list(all_guesses)
    for least in SHARES:
        kept = [right for share, right in own if share >= least]
        others = [right for share, right in every if share >= least]
        prior = sum(others) / max(len(others), 1)
        if (sum(kept) + PRIOR * prior) / (len(kept) + PRIOR) >= precision:
            return least
    return NEVER


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--relation", type=float, default=0.65, help="precision asked of relations")
    parser.add_argument("--event", type=float, default=0.7, help="precision asked of events")
    given = parser.parse_args()
    held = [one for one in everything(texts(given.texts)) if one.held_out]
    found: dict[str, dict[str, list[Guess]]] = {"relation": {}, "event": {}}
    for _, target, shares in read(held, Encoder()):
        for kind, classes, weights in (
            ("relation", RELATIONS, shares.relations),
            ("event", EVENTS, shares.events),
        ):
            guess = best(weights, SHARES[0])
            if guess is None:
                continue
            number = getattr(target, kind)
            right = number != NONE and classes.reads(number) == guess
            found[kind].setdefault(guess[0], []).append((weights[guess], right))
    path = DATA / "encoder.toml"
    written = path.read_text(encoding="utf-8")
    for kind, by_predicate in found.items():
        every = [guess for guesses in by_predicate.values() for guess in guesses]
        for predicate, guesses in sorted(by_predicate.items()):
            least = chosen(guesses, every, getattr(given, kind))
            print(f"{kind} {predicate}: {least} ({len(guesses)} guesses)")
            row = re.compile(rf'(id = "{kind}-{predicate}"\npredicate = .*\nleast = )[\d.]+')
            written = row.sub(rf"\g<1>{least}", written)
    path.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
