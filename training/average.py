"""Make one net of several: `python -m training.average OUT.pt ONE.pt:3 OTHER.pt:1` takes three quarters of one.

Nets that began from the same weights lie close enough for it, and their mean reads texts unlike the labels better than any of
them (Wortsman and others 2022, "Model soups", section 3.1; Izmailov and others 2018, "Averaging Weights Leads to Wider Optima").
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch


def average(files: Sequence[Path], out: Path, parts: Sequence[float] = ()) -> None:
    """Write the mean of the weights.

    Args:
        parts: how much of each is taken, in any unit; all the same if there are none.
    """
    parts = parts or [1.0] * len(files)
    nets = [torch.load(file) for file in files]
    made = {
        name: sum(part * net[name] for part, net in zip(parts, nets, strict=True)) / sum(parts)
        for name in nets[0]
    }
    torch.save(made, out)


def _part(written: str) -> tuple[Path, float]:
    """ "ONE.pt:3", or "ONE.pt" alone for one part."""
    file, colon, part = written.rpartition(":")
    return (Path(file), float(part)) if colon else (Path(written), 1.0)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", nargs="+", type=_part, help="FILE.pt or FILE.pt:PARTS")
    given = parser.parse_args()
    files, parts = zip(*given.weights, strict=True)
    average(files, given.out, parts)


if __name__ == "__main__":
    main()
