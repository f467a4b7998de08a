"""Give words all in capitals the case they would have inside a sentence, so that a model can read them.

Known names first, then the spelling list; a word that English does not have is most likely a name. No word changes
its length, so every offset stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.lexicon import Lexicon

_PIECES = re.compile(r"\w+|[^\w\s]")
_SENTENCE_END = frozenset(".!?")
_PASSED_AT_START = frozenset("\"'“‘«([-–—`")
# No English or Spanish word ends or begins so: the letters are spelt one by one.
_UNPRONOUNCEABLE = re.compile(
    r"(?:[^aeiouy]+|...?"
    r"|(?!s?[cpt]h?[rl]|s[hk][rl]?)[bcdfghjklmnpqrstvwxz]{3}.*"
    r"|.*[bcdfgjkmpqtvwx][bcdfgjkmnpqrvwxz]|.*(?:ln|fln|pl))"
)
_ROMAN = re.compile(r"I{2,3}|IV|VI{1,3}|I?X|XI{1,3}")
# Longer ones than that are pronounced, or known.
_LONGEST_ACRONYM = 5
# Longer acronyms that are words as well ("ARENA") are mostly the body's name in reports of conflicts.
_LONGEST_COMMON = 3
# "Machineguns" and its like are not in the spelling list; their parts are.
_SHORTEST_PARTS = (4, 3)


class Recaser:
    """Knows the lexicon's names and the spelling list; made once a process."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._spelling = lexicon.spelling
        self._actors = lexicon.actors
        self._ordinary: dict[str, bool] = {}

    @cached_property
    def _phrases(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """Names in their words, by the first word in capitals, the longest first; made when they are first needed."""
        return _by_first_word(self._actors)

    def recase(
        self, words: Sequence[str], starts: Iterable[int], seen: Mapping[str, str] | None = None
    ) -> list[str]:
        """The words with the case that they would have; words with a small letter stay.

        Args:
            starts: positions where a sentence begins.
            seen: words in lower case to how the rest of the article writes them.
        """
        cased: list[str | None] = [None] * len(words)
        self._name_known(words, cased)
        self._name_spelt_out(words, cased)
        self._name_institutions(words, cased)
        surnames: dict[str, str] = dict(seen or {})
        for i in range(len(words)):
            if cased[i] is None:
                cased[i] = self._decide(words, cased, i, surnames)
        self._capitalise_titles(cased)
        # A surname told by its first name stands alone in other sentences, earlier ones too.
        done = [
            surnames.get(word.lower(), word) if word.islower() else word for word in map(str, cased)
        ]
        return _with_sentence_capitals(done, words, set(starts))

    def is_ordinary(self, lower: str) -> bool:
        """Does the spelling list have the word, or one that it is made of?"""
        known = self._ordinary.get(lower)
        if known is None:
            ordinary = self._spelling.ordinary
            known = any(stem in ordinary for stem in self._stems(lower)) or self._is_compound(lower)
            self._ordinary[lower] = known
        return known

    def _name_known(self, words: Sequence[str], cased: list[str | None]) -> None:
        i = 0
        while i < len(words):
            for name in self._phrases.get(words[i], ()):
                if len(name) == 1 and self._is_rather_a_word(words[i].lower()):
                    continue
                if [word.upper() for word in name] == list(words[i : i + len(name)]):
                    cased[i : i + len(name)] = name
                    i += len(name) - 1
                    break
            i += 1

    def _is_rather_a_word(self, lower: str) -> bool:
        """Does a word stand for a body's acronym ("IS", "LeT", "RAW", "ANA") too seldom to be it without its case?"""
        spelling = self._spelling
        common = (
            lower in spelling.small or lower in spelling.months or lower in spelling.first_names
        )
        return common or (len(lower) <= _LONGEST_COMMON and lower in spelling.ordinary)

    def _name_spelt_out(self, words: Sequence[str], cased: list[str | None]) -> None:
        """Words whose first letters stand after them in brackets: "FRONT FOR NATIONAL LIBERATION (FNL)"."""
        for i in range(2, len(words) - 2):
            if words[i] not in "([" or words[i + 2] not in ")]" or not words[i + 1].isupper():
                continue
            first = _first_of_initials(words, i - 1, words[i + 1])
            if first is None:
                continue
            cased[i + 1] = words[i + 1]
            for j in range(first, i):
                cased[j] = cased[j] or self._in_title(words[j])

    def _name_institutions(self, words: Sequence[str], cased: list[str | None]) -> None:
        """From an opener to a head with ordinary words between: "NATIONAL POLICE", "SUPREME ELECTORAL COUNCIL"."""
        spelling = self._spelling
        i = 0
        while i < len(words):
            end = i + 1
            if words[i].isupper() and words[i].lower() in spelling.openers:
                while end < min(i + 5, len(words)) and self._plain_word(words[end]):
                    end += 1
                    if words[end - 1].lower() in spelling.heads:
                        cased[i:end] = [
                            c or w.capitalize()
                            for c, w in zip(cased[i:end], words[i:end], strict=True)
                        ]
                        break
            i = end if cased[i] else i + 1

    def _plain_word(self, word: str) -> bool:
        return word.isalpha() and word.isupper() and word.lower() not in self._spelling.small

    def _in_title(self, word: str) -> str:
        lower = word.lower()
        little = lower in self._spelling.small or lower in self._spelling.joiners
        return lower if little else self._capitalised(word)

    def _decide(
        self, words: Sequence[str], cased: Sequence[str | None], i: int, surnames: dict[str, str]
    ) -> str:
        word, lower, spelling = words[i], words[i].lower(), self._spelling
        if not word.isupper() or len(word) == 1:
            return _single(words, i) if word.isupper() else word
        if not word[0].isalpha():  # "'S", "4TH"
            return lower
        if _ROMAN.fullmatch(word):
            return word
        if lower in surnames:
            return surnames[lower]
        before = cased[i - 1] if i else None
        if lower in spelling.joiners and before and before[:1].isupper():
            return lower
        if lower == "us":
            return word if self._is_country(words, i) else lower
        if lower in spelling.small:
            return lower
        if lower in spelling.months and (len(word) > 3 or _beside_number(words, i)):
            return word.capitalize() if _beside_number(words, i) else lower
        return self._decide_content(words, i, before, surnames)

    def _capitalise_titles(self, cased: list[str | None]) -> None:
        for i in range(len(cased) - 1):
            word, after = cased[i], cased[i + 1]
            if (
                word in self._spelling.titles
                and after
                and after[0].isupper()
                and after[1:].islower()
            ):
                cased[i] = word.capitalize()

    def _is_country(self, words: Sequence[str], i: int) -> bool:
        """Is "US" the United States? It is after "the", and before any word that is not small."""
        after = words[i + 1] if i + 1 < len(words) else ""
        before_word = after.isalpha() and after.lower() not in self._spelling.small
        if i > 0 and words[i - 1] == "LET":
            return False
        return before_word or after[:1] == "'" or (i > 0 and words[i - 1] == "THE")

    def _decide_content(
        self, words: Sequence[str], i: int, before: str | None, surnames: dict[str, str]
    ) -> str:
        word, lower, spelling = words[i], words[i].lower(), self._spelling
        named = lower in spelling.names
        if lower in spelling.particles and before in spelling.joiners:
            return lower
        if lower in spelling.particles and i + 1 < len(words) and words[i + 1].isalpha():
            return self._capitalised(word)
        if lower in spelling.ordinary or (not named and self.is_ordinary(lower)):
            if word in spelling.acronyms and not named:
                return word if lower not in spelling.ordinary else lower
            after = words[i + 1].lower() if i + 1 < len(words) else ""
            if named and after in spelling.first_names:
                return self._capitalised(word)
            if before is not None and self._follows_name(lower, before, words[i - 1], named):
                surnames[lower] = word.capitalize()
                return surnames[lower]
            return lower
        if named:
            return _with_case_of(word, spelling.names[lower])
        return word if self._is_acronym(word) else self._capitalised(word)

    def _follows_name(self, lower: str, before: str, word_before: str, named: bool) -> bool:
        """Is an ordinary word part of a person's name, or of a place's after "San"?"""
        spelling, previous = self._spelling, word_before.lower().rstrip(".")
        if previous in spelling.particles and before[:1].isupper():
            return True
        if previous in spelling.first_names and before[:1].isupper():
            return named or not self._is_inflected(lower)
        return named and previous in spelling.titles and lower not in spelling.titles

    def _is_inflected(self, lower: str) -> bool:
        return lower.endswith(("ed", "ing", "ly", "s")) or lower not in self._spelling.ordinary

    def _is_compound(self, lower: str) -> bool:
        ordinary, (first, second) = self._spelling.ordinary, _SHORTEST_PARTS
        cuts = range(first, len(lower) - second + 1)
        return any(lower[:cut] in ordinary and lower[cut:] in ordinary for cut in cuts)

    def _stems(self, lower: str) -> Iterable[str]:
        yield lower
        whole = [lower] + [
            lower.removeprefix(first)
            for first in self._spelling.beginnings
            if lower.startswith(first)
        ]
        for word in sorted(whole):
            yield word if len(word) > 3 else lower
            for cut, put in self._spelling.endings:
                stem = word.removesuffix(cut) if word.endswith(cut) else ""
                if len(stem) > 2:
                    yield stem + put
                    if stem[-1] == stem[-2]:
                        yield stem[:-1]

    def _is_acronym(self, word: str) -> bool:
        if word in self._spelling.acronyms:
            return True
        short = len(word) <= _LONGEST_ACRONYM and word.lower() not in self._spelling.first_names
        return short and _UNPRONOUNCEABLE.fullmatch(word.lower()) is not None

    def _capitalised(self, word: str) -> str:
        known = self._spelling.names.get(word.lower())
        if known is not None:
            return _with_case_of(word, known)
        return re.sub(r"[^\W\d_]+", lambda letters: letters[0].capitalize(), word)


def _by_first_word(actors: Iterable[KnownActor]) -> dict[str, tuple[tuple[str, ...], ...]]:
    names = sorted(
        {
            tuple(_PIECES.findall(name))
            for actor in actors
            for name in (*actor.names, *actor.adjectives, *actor.metonyms)
        },
        key=lambda pieces: (-len(pieces), pieces),
    )
    index: dict[str, list[tuple[str, ...]]] = {}
    for pieces in names:
        if pieces and not pieces[0].islower():
            index.setdefault(pieces[0].upper(), []).append(pieces)
    return {first: tuple(several) for first, several in index.items()}


def _first_of_initials(words: Sequence[str], last: int, acronym: str) -> int | None:
    """Where the words begin that an acronym abbreviates; small words may be passed over."""
    wanted, at = len(acronym) - 1, last
    while at >= 0 and wanted >= 0 and last - at < 2 * len(acronym):
        if words[at][:1] == acronym[wanted]:
            wanted -= 1
        elif not words[at].isalpha() or len(words[at]) > 4:
            return None
        at -= 1
    return at + 1 if wanted < 0 and len(acronym) > 1 else None


def _single(words: Sequence[str], i: int) -> str:
    """One letter: the article, the pronoun, or an initial with its point."""
    if words[i] == "A":
        initial = i + 1 < len(words) and words[i + 1] == "."
        return "A" if initial else "a"
    return words[i]


def _beside_number(words: Sequence[str], i: int) -> bool:
    near = (*words[max(i - 1, 0) : i], *words[i + 1 : i + 2])
    return any(word[:1].isdigit() for word in near)


def _with_case_of(word: str, known: str) -> str:
    return known if len(known) == len(word) else word.capitalize()


def _with_sentence_capitals(cased: list[str], words: Sequence[str], starts: set[int]) -> list[str]:
    begins = True
    for i, word in enumerate(cased):
        begins = begins or i in starts
        if begins and word[:1].isalnum():
            if words[i].isupper():
                cased[i] = word[:1].upper() + word[1:]
            begins = False
        if word in _SENTENCE_END:
            begins = True
        elif begins and word and word not in _PASSED_AT_START and not word[:1].isalnum():
            begins = word[-1] in _SENTENCE_END
    return cased
