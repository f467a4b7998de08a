"""Learn how sure a claim is: `python -m training.calibrate TEXTS` writes `confidence.toml` and prints a table of reliability.

The whole reader reads the sentences held out of training; a logistic regression tells from what each reader says whether the claim is right (Platt 1999,
"Probabilistic outputs for support vector machines"; two readers in place of one). It is fitted on one half and the table is of
the other: claims by confidence, the mean confidence, the share that is right, and the expected calibration error, which is the
mean difference of both weighted by claims (Naeini et al. 2015, ten bins).
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from allegiance.lexicon.calibration import Calibration, Line, log_odds, readers
from allegiance.lexicon.lexicon import DATA, load
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
    by_readers: dict[tuple[str, str], list[Trial]] = {}
    for one in filter(_teaches, read):
        key = one.claim.kind, readers(one.ruling.confidence, one.ruling.share)
        by_readers.setdefault(key, []).append(one)
    calibration = Calibration({key: fitted(some) for key, some in by_readers.items()})
    _write(calibration)
    for kind in ("relation", "event"):
        _show(
            kind, calibration, [one for one in read if one.claim.kind == kind and not _teaches(one)]
        )


def _teaches(one: Trial) -> bool:
    """Is it of the half that the lines are fitted on? (The last digits have told already what is held out.)"""
    return hashlib.sha256(one.sentence.text.encode()).digest()[0] % 2 == 0


def _odds(share: float | None) -> float:
    return 0.0 if share is None else log_odds(share)


def _show(kind: str, calibration: Calibration, given: Sequence[Trial]) -> None:
    sure = [
        (calibration.confidence(one.claim.kind, one.ruling.confidence, one.ruling.share), one.right)
        for one in given
    ]
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
