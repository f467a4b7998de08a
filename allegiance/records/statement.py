"""Who says so."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.span import Span


@dataclass(frozen=True, slots=True)
class Via:
    """Who passed a statement on.

    Attributes:
        how: `translation`, `quotation` or `broadcast`.
    """

    name: str
    how: str
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution, quoted or reported.

    Attributes:
        id: `s1`, `s2`, ... in text order.
        speaker: a referent's id; None where nobody is named ("it is believed").
        content_span: what is said, quotation marks left out.
        direct: quoted word for word.
        rule: the lexicon line that fired.
    """

    id: str
    speaker: str | None
    speaker_span: Span | None
    cue_span: Span | None
    content_span: Span
    direct: bool
    rule: str
    via: tuple[Via, ...] = ()
