"""Headlines and other runs of words in capitals inside an ordinary text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

# Fewer words in capitals in a row are acronyms ("US DEA", "FARC ELN").
_FEWEST = 3


def runs(
    words: Sequence[str], starts: Iterable[int], is_ordinary: Callable[[str], bool]
) -> Iterator[tuple[int, int]]:
    """Stretches without a small letter that hold several words, one of them an ordinary one; never over a start."""
    breaks = {*starts, len(words)}
    begun = 0
    for i in range(len(words) + 1):
        if i in breaks or not _is_high(words[i]):
            if _shouts(words[begun:i], is_ordinary):
                yield begun, i
            begun = i if i < len(words) and _is_high(words[i]) else i + 1


def written_elsewhere(words: Sequence[str], start: int, end: int) -> dict[str, str]:
    """How the text outside a run writes its words, where it writes them with a small letter; by the word in lower case.

    What begins a sentence tells nothing of a word's case.
    """
    wanted = {word.lower() for word in words[start:end] if len(word) > 1}
    counted: dict[str, Counter[str]] = {}
    for i, word in enumerate(words):
        lower = word.lower()
        inside = start <= i < end
        if lower in wanted and not inside and not word.isupper() and i and words[i - 1].isalnum():
            counted.setdefault(lower, Counter())[word] += 1
    return {lower: forms.most_common(1)[0][0] for lower, forms in counted.items()}


def _is_high(word: str) -> bool:
    return not any(map(str.islower, word))


def _shouts(run: Sequence[str], is_ordinary: Callable[[str], bool]) -> bool:
    shouted = [word for word in run if len(word) > 1 and word.isalpha()]
    return len(shouted) >= _FEWEST and any(
        len(word) > 2 and is_ordinary(word.lower()) for word in shouted
    )
