"""Learn how sure a claim is: `python -m training.calibrate TEXTS` writes `confidence.toml` and prints a table of reliability.

The whole reader reads the sentences held out of training; a logistic regression tells from what each reader says whether the claim is right (Platt 1999,
"Probabilistic outputs for support vector machines"; two readers in place of one). For the table the sentences are parted into two halves, and the
claims of each are judged by what was fitted on the other: claims by confidence, the mean confidence, the share that is right, and
the expected calibration error, which is the mean difference of both weighted by claims (Naeini et al. 2015, ten bins). What is
written is fitted on both.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from allegiance.lexicon.calibration import Calibration, Line, log_odds, readers
from allegiance.lexicon.lexicon import DATA, load
from allegiance.records.claim import ClaimKind
from training.held import Trial, trials
from training.labels import everything
from training.texts import texts

PATH = DATA / "confidence.toml"
# How strongly the weights are held near nothing; the base is free.
RIDGE = 0.5
STEPS = 50
BINS = 10


def fitted(given: Sequence[Trial]) -> Line:
    """The line that makes the labels likeliest, by Newton's method."""
    seen = [[1.0, *map(_odds, (one.ruling.confidence, one.ruling.share))] for one in given]
    features, right = np.array(seen), np.array([one.right for one in given], dtype=float)
    held = np.diag([0.0, RIDGE, RIDGE])
    weights = np.zeros(3)
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (sure - right) + held @ weights
        bend = (features * (sure * (1 - sure))[:, None]).T @ features + held
        weights -= np.linalg.solve(bend, slope)
    return Line(*(round(float(weight), 3) for weight in weights))


def error(sure: Sequence[tuple[float, bool]]) -> float:
    """Expected calibration error, 0 to 1.

    >>> error([(0.75, True), (0.75, True), (0.75, False), (0.75, True)])
    0.0
    """
    off = sum(
        abs(sum(share for share, _ in some) - sum(right for _, right in some))
        for some in bins(sure)
    )
    return off / max(len(sure), 1)


def bins(sure: Iterable[tuple[float, bool]]) -> list[list[tuple[float, bool]]]:
    """Claims by tenths of confidence, the least sure first."""
    return [
        list(some)
        for _, some in groupby(sorted(sure), key=lambda one: min(int(one[0] * BINS), BINS - 1))
    ]


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    given = parser.parse_args()
    held = [one for one in everything(texts(given.texts)) if one.held_out]
    read = list(trials(held, load()))
    _write(learned(read))
    halves = [one for one in read if _even(one)], [one for one in read if not _even(one)]
    for kind in ("relation", "event"):
        _show(
            kind,
            [
                *_judged(halves[0], by=halves[1], kind=kind),
                *_judged(halves[1], by=halves[0], kind=kind),
            ],
        )


def learned(given: Iterable[Trial]) -> Calibration:
    """A line for each kind of claim and for those who have read it."""
    by_readers: dict[tuple[str, str], list[Trial]] = {}
    for one in given:
        by_readers.setdefault((one.claim.kind, readers(*_said(one))), []).append(one)
    return Calibration({key: fitted(some) for key, some in by_readers.items()})


def _even(one: Trial) -> bool:
    # The last digits have told already what is held out.
    return hashlib.sha256(one.sentence.text.encode()).digest()[0] % 2 == 0


def _judged(
    given: Iterable[Trial], *, by: Iterable[Trial], kind: str
) -> Iterator[tuple[float, bool]]:
    calibration = learned(by)
    for one in given:
        if one.claim.kind == kind:
            yield calibration.confidence(*_said(one)), one.right


def _said(one: Trial) -> tuple[ClaimKind, float | None, float | None, frozenset[str]]:
    """The claim's kind, what each reader says, and the claim's roles."""
    roles = frozenset(role.role for role in one.claim.roles)
    return one.claim.kind, one.ruling.confidence, one.ruling.share, roles


def _odds(share: float | None) -> float:
    return 0.0 if share is None else log_odds(share)


def _show(kind: str, sure: Sequence[tuple[float, bool]]) -> None:
    print(f"{kind}: expected calibration error {error(sure):.3f} over {len(sure)} claims")
    for some in bins(sure):
        mean, right = (sum(values) / len(some) for values in zip(*some, strict=True))
        print(f"| {mean:.2f} | {right:.2f} | {len(some)} |")


def _write(calibration: Calibration) -> None:
    written = PATH.read_text(encoding="utf-8")
    for (kind, who), line in calibration.lines.items():
        row = re.compile(
            rf'(id = "{kind}-{who}"\nreaders = .*\n)base = .*\nframe = .*\nencoder = .*'
        )
        written = row.sub(
            rf"\g<1>base = {line.base}\nframe = {line.frame}\nencoder = {line.encoder}", written
        )
    PATH.write_text(written, encoding="utf-8")


if __name__ == "__main__":
    main()
