"""The way back from a sheet for labelling real text by hand: a sentence's mentions after the labeller's edits.

A sheet line is a document's id with the sentence's characters, a tab, and the sentence with numbered mentions. A label line is
`ID | edits of mentions | claims`; edits are `-4` (no mention), `2=b` (its kind), `+b"words"` or `+b"words"#2` (one more, by its
words and which occurrence of them), and number on from the last.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.labels import Mention

EDIT = re.compile(r'\+([bpl])"([^"]+)"(?:#(\d+))?|-(\d+)|(\d+)=([bpl])|(\S+)')


def edited(text: str, mentions: Sequence[Mention], edits: str) -> list[Mention | None]:
    """The mentions after the edits, by number less one; None for one that is struck out.

    Raises:
        ValueError: an edit is malformed, or names what is not there.
    """
    made: list[Mention | None] = list(mentions)
    for edit in EDIT.finditer(edits):
        kind, words, occurrence, dropped, changed, other, wrong = edit.groups()
        if wrong:
            raise ValueError(f"{wrong!r} is no edit")
        if kind:
            start = -1
            for _ in range(int(occurrence or 1)):
                start = text.find(words, start + 1)
                if start < 0:
                    raise ValueError(f"{words!r} is not in the sentence")
            made.append(Mention(start, start + len(words), kind))
        elif dropped:
            made[int(dropped) - 1] = None
        else:
            before = made[int(changed) - 1]
            if before is not None:
                made[int(changed) - 1] = Mention(before.start, before.end, other)
    return made
