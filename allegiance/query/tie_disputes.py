"""Where claims disagree on how two actors stand: whether a tie is there, which of two that exclude each other, since when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from allegiance.lexicon.conflicting import Conflicting
from allegiance.query.clashes import (
    WORDS,
    Said,
    Turns,
    Word,
    apart,
    at_one_time,
    linked,
)
from allegiance.query.denials import denials
from allegiance.query.disputes import Dispute
from allegiance.query.drawing import Drawing, Heard
from allegiance.query.ranges import irreconcilable
from allegiance.query.shelving import unit_of_tie
from allegiance.query.signals import DAY, Tie
from allegiance.query.voices import Voices
from allegiance.records.conflict import ConflictKind, Side
from allegiance.records.when import When
from allegiance.store.contested import Key


def tie_disputes(drawing: Drawing, voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    """What is disputed of each tie."""
    said = _by_tie(drawing)
    for told in said.values():
        yield from _is_it_there(told, voices, rules)
        yield from _begun(told, voices, rules, drawing)
    yield from _opposed(said, voices, rules)
    yield from _holders(said, voices, rules)


def is_on_a_tie(heard: Heard) -> bool:
    """Does it say of a tie, the first that it speaks of, that it is there, or is not?"""
    return bool(heard.said) and heard.fate not in ("event", "unsettled")


def _dispute(
    kind: ConflictKind, group: list[Said], sides: Iterable[Side], voices: Voices
) -> Dispute:
    first, last = min(one.first for one in group), max(one.last for one in group)
    depends: set[Key] = {("unit", unit_of_tie(one.tie)) for one in group}
    depends.update(voices.named(one.account for one in group))
    return Dispute(kind, group[0].tie, tuple(sides), first, last, frozenset(depends))


def _by_tie(drawing: Drawing) -> dict[Tie, list[Said]]:
    """What is said of each tie, by day; one that may be told from either end is one."""
    either = {kind.predicate for kind in drawing.ontology.relations if kind.either_way}
    found: defaultdict[Tie, list[Said]] = defaultdict(list)
    for account, _, said in filter(is_on_a_tie, drawing.heard):
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


def _is_it_there(told: list[Said], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    for word in WORDS:
        for group in linked(denials(told, word, rules.tie_days)):
            yield _dispute("tie", group, _sides(group, voices, lambda one: one.denied), voices)


def _opposed(said: dict[Tie, list[Said]], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    between: defaultdict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in said:
        if tie.target is not None:
            between[min(tie.source, tie.target), max(tie.source, tie.target)].append(tie)
    for ties in between.values():
        for one, other in combinations(ties, 2):
            if tuple(sorted((one.predicate, other.predicate))) in rules.opposed:
                clashes = at_one_time(said[one], said[other], rules.opposed_days)
                for group in linked(clashes):
                    told_so = _sides(group, voices, lambda s: s.tie.predicate)
                    yield _dispute("tie", group, told_so, voices)


def _holders(said: dict[Tie, list[Said]], voices: Voices, rules: Conflicting) -> Iterator[Dispute]:
    of: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie, told in said.items():
        widths = [one.account.radius_km for one in told]
        if tie.place is not None and all(w is not None and w <= rules.holder_km for w in widths):
            of[tie.place].append(tie)
    for ties in of.values():
        for one, other in combinations(ties, 2):
            if not voices.one_side(one.source, other.source):
                clashes = at_one_time(said[one], said[other], rules.holder_days)
                for group in linked([pair for pair in clashes if not _jointly(*pair)]):
                    told_so = _sides(group, voices, lambda s: s.tie.source)
                    yield _dispute("tie", group, told_so, voices)


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
    for group in [opened] if once else _near(opened, Turns(ends), rules.begin_days):
        ranges = [(_earliest(one), one.last.toordinal(), one) for one in group]
        if sides := irreconcilable(ranges):
            yield _dispute("when", group, (_dated(side, voices) for side in sides), voices)


def _earliest(one: Said) -> int:
    """A beginning without a day was at any time before its report."""
    when = one.account.when
    return one.first.toordinal() if when is not None and when.start is not None else 0


def _near(opened: list[Said], ends: Turns, days: int) -> list[list[Said]]:
    groups: list[list[Said]] = []
    for one in opened:
        last = groups[-1][-1] if groups else None
        if last and apart(last, one) <= days and not ends.between(last, one):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


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
