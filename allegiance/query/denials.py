"""Which claims on one tie its denials contradict: not pair by pair, as there may be very many within the same weeks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from allegiance.query.clashes import Clash, Said, Word

_NEVER = date.max.toordinal() + 1


def denials(told: Iterable[Said], word: Word, days: int) -> list[Clash]:
    """Enough pairs to link all that contradict each other, directly or by way of others, in what is said of one tie.

    A claim and a denial contradict each other where their times lie no further apart than so many days; of what holds,
    only if it neither ended nor began between the two. What a denial contradicts mostly lies side by side in time: it
    is paired with the first of them, and each of them with the next.
    """
    told = list(told)
    if not any(one.denied and one.word == word for one in told):
        return []
    affirmed = _Affirmed(told, word)
    several = affirmed.said
    pairs, runs = [], []
    for no in (one for one in told if one.word == word and one.denied):
        run, others = affirmed.against(no, days)
        pairs += [(one, no) for one in (*several[run.start : run.stop][:1], *others)]
        runs.append(run)
    return pairs + [(several[place], several[place + 1]) for place in _with_the_next(runs)]


class _Affirmed:
    """What is affirmed of one tie in one word, by the last day of which it may speak.

    Days are ordinals.
    """

    def __init__(self, told: Iterable[Said], word: Word) -> None:
        yes = sorted((one for one in told if not one.denied), key=_last)
        self.said = [one for one in yes if one.word == word]
        self._lasts = list(map(_last, self.said))
        self._longest = max(((one.last - one.first).days for one in self.said), default=0)
        # Of an end that is denied nothing is asked in between.
        turns = yes if word == "holds" else []
        self._ended = [_last(one) for one in turns if one.word == "ends"]
        self._opened = [_last(one) for one in turns if one.word == word and one.act == "opens"]

    def against(self, no: Said, days: int) -> tuple[range, list[Said]]:
        """The places of those that a denial contradicts, and others that it does, which lie further on."""
        limit = _last(no) + days
        ends, opens = bisect_right(self._ended, _last(no)), bisect_right(self._opened, _last(no))
        ended = self._ended[ends - 1] if ends else 0
        again, *later = *self._opened[opens : opens + 2], _NEVER
        start = bisect_left(self._lasts, max(ended, no.first.toordinal() - days))
        stop = bisect_right(self._lasts, min(limit, again - 1))
        beyond = self.said[stop : bisect_right(self._lasts, min(limit + self._longest, again))]
        return range(start, stop), [
            one
            for one in beyond
            if one.first.toordinal() <= limit
            # Whatever speaks of the day on which it began again is no denial's business, unless it is that beginning
            # itself, and may have been before.
            and (
                _last(one) < again
                or (one.act == "opens" and one.first <= no.last and again not in later)
            )
        ]


def _with_the_next(runs: Iterable[range]) -> Iterator[int]:
    """All places that stand in a run with the next one, each once."""
    done = 0
    for run in sorted(runs, key=lambda one: one.start):
        yield from range(max(run.start, done), run.stop - 1)
        done = max(done, run.stop - 1)


def _last(said: Said) -> int:
    return said.last.toordinal()
