"""Two claims on ties that cannot both hold: who is near whom in time, what turned in between, and who hangs together by it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias, get_args

from allegiance.lexicon.moves import Act
from allegiance.query.signals import DAY, Tie
from allegiance.store.ledgers import Account

Word = Literal["holds", "ends"]
WORDS: tuple[Word, ...] = get_args(Word)


class Said(NamedTuple):
    """A claim about a tie itself, with its time.

    Attributes:
        word: what is said of the tie, or denied.
        first, last: the days between which it speaks.
    """

    tie: Tie
    act: Act
    word: Word
    denied: bool
    first: date
    last: date
    account: Account


Clash: TypeAlias = "tuple[Said, Said]"


class Turns:
    """What turned a tie, by day: the claims of either word that nobody denies."""

    def __init__(self, told: Iterable[Said]) -> None:
        in_order = sorted((one for one in told if not one.denied), key=_last)
        self._by_word = {word: [one for one in in_order if one.word == word] for word in WORDS}
        self._days = {word: [one.last for one in turns] for word, turns in self._by_word.items()}

    def of(self, word: Word, first: date, last: date) -> Iterator[Said]:
        """Those of a word that speak of one of these days at the latest, both included."""
        days = self._days[word]
        start = bisect_left(days, first)
        return islice(self._by_word[word], start, bisect_right(days, last, start))

    def between(self, one: Said, other: Said) -> bool:
        """Did it end, or begin, between the two? Then both may be right."""
        turned = (one.last, one.first) > (other.last, other.first)
        earlier, later = (other, one) if turned else (one, other)
        between = self.of("holds" if earlier.denied else "ends", earlier.last + DAY, later.last)
        return any(turn is not one and turn is not other for turn in between) or (
            earlier.denied and later.act == "opens" and later.first > earlier.last
        )


def _near_each_other(mine: list[Said], theirs: list[Said], days: int) -> Iterator[Clash]:
    """Pairs whose times lie no further apart than so many days."""
    if not mine or not theirs:
        return
    in_order = sorted(mine, key=_first)
    starts = [one.first.toordinal() for one in in_order]
    longest = max((one.last - one.first).days for one in mine)
    for other in theirs:
        # In days from the first on: before them even the longest is over too early.
        start = bisect_left(starts, other.first.toordinal() - days - longest)
        end = bisect_right(starts, other.last.toordinal() + days, start)
        for one in islice(in_order, start, end):
            if apart(one, other) <= days:
                yield one, other


def apart(one: Said, other: Said) -> int:
    """Days between the times that two speak of; 0 where they meet."""
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def at_one_time(mine: list[Said], theirs: list[Said], days: int) -> list[Clash]:
    """Pairs of which neither is denied, and the later of which is no change after the earlier."""
    held, others = (
        [one for one in told if not one.denied and one.word != "ends"] for told in (mine, theirs)
    )
    ends = Turns(mine), Turns(theirs)
    clashes = []
    for one, other in _near_each_other(held, others, days):
        earlier, later = sorted((one, other), key=lambda said: (said.last, said.account.claim_id))
        changed = later.act == "opens" and later.first > earlier.last
        own = ends[0] if earlier is one else ends[1]
        if not changed and not any(own.of("ends", earlier.first, later.last)):
            clashes.append((one, other))
    return clashes


def linked(clashes: Sequence[Clash]) -> list[list[Said]]:
    """Claims that contradict each other, directly or by way of others; each group by day."""
    partners: defaultdict[int, list[Said]] = defaultdict(list)
    # By identity: what a claim says is long to compare.
    waiting = {id(one): one for clash in clashes for one in clash}
    for one, other in clashes:
        partners[id(one)].append(other)
        partners[id(other)].append(one)
    groups = []
    while waiting:
        group = [waiting.popitem()[1]]
        for one in group:
            group += [other for other in partners[id(one)] if waiting.pop(id(other), None)]
        groups.append(sorted(group, key=_by_day))
    return sorted(groups, key=lambda group: _by_day(group[0]))


def _by_day(said: Said) -> tuple[date, str, str]:
    """What claims are put in order by."""
    return (said.last, said.account.claim_id, said.account.article_id)


def _first(said: Said) -> date:
    return said.first


def _last(said: Said) -> date:
    return said.last
