"""Tell English from other languages; what is not English is refused, not guessed at."""

from __future__ import annotations

import re

from allegiance.lexicon.spelling import Spelling

# Enough to judge by, and the rest of a long text is in the same language.
_WORDS_LOOKED_AT = 200
# Fewer words without a capital may stand between names.
_FEWEST_WORDS = 6
# News in English has 70 to 95 of 100 words in the spelling list, in other languages of Europe at most 35.
_ENGLISH_SHARE = 0.5
_WORD = re.compile(r"[^\W\d_]+")
# Differences of log probabilities; one of 20 is a word or two.
_MARGIN = 20.0


def other_language(text: str, spelling: Spelling) -> str | None:
    """The code of the language that a text is written in, if it is not English; None where it is or cannot be told."""
    found = zip(_WORD.finditer(text), range(_WORDS_LOOKED_AT), strict=False)
    words = [match[0] for match, _ in found]
    lowered = [word.lower() for word in words]
    known = sum(word in spelling.ordinary or word in spelling.names for word in lowered)
    if known >= _ENGLISH_SHARE * len(words) or _mere_names(words):
        return None
    return _by_letters(" ".join(lowered))


def _mere_names(words: list[str]) -> bool:
    shouted = all(map(str.isupper, words))
    return not shouted and sum(not word[0].isupper() for word in words) < _FEWEST_WORDS


def _by_letters(text: str) -> str | None:
    # Here, not above: its model takes a second to load, and English texts do not need it.
    from py3langid.langid import rank

    ranked = rank(text)
    scores = dict(ranked)
    best, score = ranked[0]
    return str(best) if best != "en" and score - scores["en"] > _MARGIN else None
