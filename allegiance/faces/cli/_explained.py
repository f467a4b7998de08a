"""What each reader of claims saw in a report and what the judge made of it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from allegiance.records.bundle import Bundle
from allegiance.records.ruling import Ruling
from allegiance.wording import safe


def explained(bundle: Bundle) -> Iterator[str]:
    """Lines of text: whose "the government" is, then each passage that a claim rests on, and under it the claims that were kept and dropped."""
    for failure in bundle.failures:
        yield f"{failure.step}: {safe(failure.reason)}"
    article = bundle.article
    if article is None:
        return
    for one in bundle.found.unnamed:
        words = safe(article.text[one.words.start : one.words.end])
        whose = "left as it is" if one.actor is None else f"read as {safe(one.actor)}"
        yield f"{words!r} {whose}: {safe(one.because)}"
    rulings = sorted(bundle.found.rulings, key=lambda ruling: ruling.sentence)
    for sentence, group in groupby(rulings, key=lambda ruling: ruling.sentence):
        yield safe(article.text[sentence.start : sentence.end])
        for ruling in group:
            words = " > ".join(safe(article.text[s.start : s.end]) for s in ruling.sides)
            yield f"  {'kept   ' if ruling.kept else 'dropped'} {ruling.says}: {words}"
            yield f"          {_seen(ruling)}; {ruling.because}"


def _seen(ruling: Ruling) -> str:
    frame = "no frame" if ruling.frame is None else f"frame {ruling.frame} ({ruling.confidence})"
    share = "not asked" if ruling.share is None else f"{ruling.share:.2f}"
    return f"{frame}; encoder {share}"
