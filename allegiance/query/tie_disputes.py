"""Where claims disagree on how two actors stand: whether a tie is there, which of two that exclude each other, since when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations, islice
from typing import Literal, NamedTuple, get_args

from allegiance.lexicon.conflicting import Conflicting
from allegiance.lexicon.moves import Act
from allegiance.query.disputes import Dispute
from allegiance.query.drawing import Drawing
from allegiance.query.ranges import irreconcilable
from allegiance.query.signals import DAY, Tie
from allegiance.query.voices import Voices
from allegiance.records.conflict import ConflictKind, Side
from allegiance.records.when import When
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


Clash = tuple[Said, Said]


def tie_disputes(drawing: Drawing, voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    """What is disputed of each tie."""
    said = _by_tie(drawing)
    for told in said.values():
        yield from _is_it_there(told, voices, rules)
        yield from _begun(told, voices, rules, drawing)
    yield from _opposed(said, voices, rules)
    yield from _holders(said, voices, rules)


def _dispute(kind: ConflictKind, group: list[Said], sides: Iterable[Side]) -> Dispute:
    first, last = min(one.first for one in group), max(one.last for one in group)
    return Dispute(kind, group[0].tie, tuple(sides), first, last)


def _by_tie(drawing: Drawing) -> dict[Tie, list[Said]]:
    """What is said of each tie, by day; one that may be told from either end is one."""
    either = {kind.predicate for kind in drawing.ontology.relations if kind.either_way}
    found: defaultdict[Tie, list[Said]] = defaultdict(list)
    for account, fate, said in drawing.heard:
        if fate in ("event", "unsettled") or not said:
            continue
        tie, signal = said[0]
        word: Word = "ends" if account.phase == "ends" else "holds"
        first = signal.lo if signal.lo is not None else signal.hi - DAY
        one = Said(
            tie, signal.act, word, account.stance == "denied", first, signal.hi - DAY, account
        )
        found[_unturned(tie) if tie.predicate in either else tie].append(one)
    for told in found.values():
        told.sort(
            key=lambda one: (one.first, one.last, one.account.claim_id, one.account.article_id)
        )
    return dict(sorted(found.items(), key=lambda item: tuple(map(str, item[0]))))


def _unturned(tie: Tie) -> Tie:
    if tie.target is None or tie.source <= tie.target:
        return tie
    return tie._replace(source=tie.target, target=tie.source)


class _Turns:
    """What turned a tie, by day: the claims of either word that nobody denies."""

    def __init__(self, told: Iterable[Said]) -> None:
        by_day = sorted((one for one in told if not one.denied), key=_last)
        self._by_word = {word: [one for one in by_day if one.word == word] for word in WORDS}

    def of(self, word: Word, first: date, last: date) -> Iterator[Said]:
        """Those of a word that speak of one of these days at the latest, both included."""
        turns = self._by_word[word]
        start, end = bisect_left(turns, first, key=_last), bisect_right(turns, last, key=_last)
        return islice(turns, start, end)


def _is_it_there(told: list[Said], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    turned = _Turns(one for one in told if one.word == "ends" or one.act == "opens")
    for word in WORDS:
        yes = [one for one in told if one.word == word and not one.denied]
        no = [one for one in told if one.word == word and one.denied]
        clashes = [
            (one, other)
            for one, other in _near_each_other(yes, no, rules.tie_days)
            if not (word == "holds" and _turned_between(one, other, turned))
        ]
        for group in _linked(clashes):
            yield _dispute("tie", group, _sides(group, voices, lambda one: one.denied))


def _near_each_other(mine: list[Said], theirs: list[Said], days: int) -> Iterator[Clash]:
    """Pairs whose times lie no further apart than so many days."""
    if not mine or not theirs:
        return
    by_day = sorted(mine, key=_first)
    longest = max((one.last - one.first).days for one in mine)
    for other in theirs:
        # In days from the first on: before them even the longest is over too early.
        earliest = other.first.toordinal() - days - longest
        latest = other.last.toordinal() + days
        start = bisect_left(by_day, earliest, key=_first_ordinal)
        for one in islice(by_day, start, bisect_right(by_day, latest, key=_first_ordinal)):
            if _apart(one, other) <= days:
                yield one, other


def _opposed(said: dict[Tie, list[Said]], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    between: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in said:
        if tie.target is not None:
            between[min(tie.source, tie.target), max(tie.source, tie.target)].append(tie)
    for ties in between.values():
        for one, other in combinations(ties, 2):
            if tuple(sorted((one.predicate, other.predicate))) in rules.opposed:
                clashes = _at_one_time(said[one], said[other], rules.opposed_days)
                for group in _linked(clashes):
                    yield _dispute("tie", group, _sides(group, voices, lambda s: s.tie.predicate))


def _holders(said: dict[Tie, list[Said]], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    of: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie, told in said.items():
        widths = [one.account.radius_km for one in told]
        if tie.place is not None and all(w is not None and w <= rules.holder_km for w in widths):
            of[tie.place].append(tie)
    for ties in of.values():
        for one, other in combinations(ties, 2):
            if not voices.one_side(one.source, other.source):
                clashes = _at_one_time(said[one], said[other], rules.holder_days)
                for group in _linked([pair for pair in clashes if not _jointly(*pair)]):
                    yield _dispute("tie", group, _sides(group, voices, lambda s: s.tie.source))


def _jointly(one: Said, other: Said) -> bool:
    """Does one voice say both? Then it means that they hold it together."""
    mine, theirs = one.account, other.account
    return (mine.article_id, mine.speaker) == (theirs.article_id, theirs.speaker)


def _begun(
    told: list[Said], voices: Voices, rules: Conflicting, drawing: Drawing
) -> Iterator[Dispute]:
    """One beginning, with days that do not meet. What may begin again has to be near, and no end between."""
    kind = drawing.ontology.relation(told[0].tie.predicate)
    opened = [one for one in told if one.act == "opens" and not one.denied]
    ends = [one for one in told if one.word == "ends" and not one.denied]
    once = kind.nature == "change"
    for group in [opened] if once else _near(opened, _Turns(ends), rules.begin_days):
        ranges = [(_earliest(one), one.last.toordinal(), one) for one in group]
        if sides := irreconcilable(ranges):
            yield _dispute("when", group, (_dated(side, voices) for side in sides))


def _earliest(one: Said) -> int:
    """A beginning without a day was at any time before its report."""
    when = one.account.when
    return one.first.toordinal() if when is not None and when.start is not None else 0


def _near(opened: list[Said], ends: _Turns, days: int) -> list[list[Said]]:
    groups: list[list[Said]] = []
    for one in opened:
        last = groups[-1][-1] if groups else None
        if last and _apart(last, one) <= days and not _turned_between(last, one, ends):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _at_one_time(mine: list[Said], theirs: list[Said], days: int) -> list[Clash]:
    held, others = (
        [one for one in told if not one.denied and one.word != "ends"] for told in (mine, theirs)
    )
    ends = _Turns(mine), _Turns(theirs)
    clashes = []
    for one, other in _near_each_other(held, others, days):
        earlier, later = sorted((one, other), key=lambda said: (said.last, said.account.claim_id))
        changed = later.act == "opens" and later.first > earlier.last
        own = ends[0] if earlier is one else ends[1]
        if not changed and not any(own.of("ends", earlier.first, later.last)):
            clashes.append((one, other))
    return clashes


def _turned_between(one: Said, other: Said, turns: _Turns) -> bool:
    """Did it end, or begin, between the two? Then both may be right."""
    earlier, later = sorted((one, other), key=lambda said: (said.last, said.first))
    between = turns.of("holds" if earlier.denied else "ends", earlier.last + DAY, later.last)
    return any(turn is not one and turn is not other for turn in between) or (
        earlier.denied and later.act == "opens" and later.first > earlier.last
    )


def _apart(one: Said, other: Said) -> int:
    """Days between the times that two speak of; 0 where they meet."""
    return max(0, (max(one.first, other.first) - min(one.last, other.last)).days)


def _linked(clashes: Sequence[Clash]) -> list[list[Said]]:
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
        groups.append(sorted(group, key=lambda one: (one.last, one.account.claim_id)))
    return sorted(groups, key=lambda group: (group[0].last, group[0].account.claim_id))


def _first(said: Said) -> date:
    return said.first


def _first_ordinal(said: Said) -> int:
    return said.first.toordinal()


def _last(said: Said) -> date:
    return said.last


def _sides(group: Iterable[Said], voices: Voices, by: Callable[[Said], object]) -> Iterator[Side]:
    parted: defaultdict[object, list[Said]] = defaultdict(list)
    for one in group:
        parted[by(one)].append(one)
    for _, told in sorted(parted.items(), key=lambda item: str(item[0])):
        yield voices.side(
            "tie",
            [one.account for one in told],
            predicate=told[0].tie.predicate,
            phase=told[0].word,
            holds=not told[0].denied,
            actor=told[0].tie.source if told[0].tie.place is not None else None,
        )


def _dated(side: list[Said], voices: Voices) -> Side:
    exact = min(side, key=lambda one: (one.last.toordinal() - _earliest(one), one.first))
    accounts = [one.account for one in side]
    when = exact.account.when or When(None, exact.last + DAY, "until")
    predicate = side[0].tie.predicate
    return voices.side("when", accounts, predicate=predicate, phase="begins", when=when)
