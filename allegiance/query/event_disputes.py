"""Where claims of one event disagree: who did it, how many came to harm, on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import TypeAlias

from allegiance.query.disputes import Dispute
from allegiance.query.events import event_id, event_of, losses
from allegiance.query.happenings import Happening
from allegiance.query.ranges import Ranged, irreconcilable
from allegiance.query.signals import DAY
from allegiance.query.voices import Voices
from allegiance.records.conflict import ConflictKind, Side
from allegiance.records.when import When
from allegiance.store.contested import Key
from allegiance.store.ledgers import Account

Group: TypeAlias = "tuple[Happening, ...]"


def event_disputes(
    happened: Iterable[Happening], groups: Iterable[Group], days_exact: int, voices: Voices
) -> Iterator[Dispute]:
    """What is disputed of each event; the event is as most tell it.

    Args:
        groups: events that may be one, told of several doers; and each of the others alone (`contested`).
    """
    for group in groups:
        yield from _doers(group, voices)
    for happening in happened:
        told = [one for one in happening.accounts if one.stance != "denied"]
        if len({one.article_id for one in told}) > 1:
            yield from _tolls(happening, told, voices)
            yield from _days(happening, told, days_exact, voices)


def contested(
    happened: Mapping[str, Happening], rivals: Iterable[tuple[str, str]]
) -> Iterator[Group]:
    """Each event with those that may be the same, told of another doer; each group once.

    Args:
        happened: by the event's id.
        rivals: ids of events, each pair both ways round.
    """
    near = {name: {name} for name in happened}
    for one, other in rivals:
        near[one].add(other)
    groups = {tuple(sorted(happened[name].id for name in several)) for several in near.values()}
    by_id = {one.id: one for one in happened.values()}
    return (tuple(by_id[one] for one in group) for group in sorted(groups))


def _dispute(kind: ConflictKind, group: Group, sides: tuple[Side, ...], voices: Voices) -> Dispute:
    event = event_of(min(group, key=lambda one: one.deeds[0].id))
    when = event.when
    first = when.start if when is not None and when.start is not None else event.day
    depends: set[Key] = {("event", event_id(one)) for one in group}
    depends.update(voices.named(account for one in group for account in one.accounts))
    return Dispute(kind, event, sides, min(first, event.day), event.day, frozenset(depends))


def _doers(group: Group, voices: Voices) -> Iterator[Dispute]:
    accounts = [account for one in group for account in one.accounts]
    # Whoever tells it alone contradicts nobody, and most events are told once.
    sides = _sides_of_doers(accounts, voices) if len(accounts) > 1 else ()
    if len(sides) > 1:
        yield _dispute("who", group, sides, voices)


def _sides_of_doers(accounts: Sequence[Account], voices: Voices) -> tuple[Side, ...]:
    named = [one for one in accounts if voices.actor(one.source) is not None]
    said: defaultdict[str, list[Account]] = defaultdict(list)
    denied: defaultdict[str, list[Account]] = defaultdict(list)
    for account in named:
        by = denied if account.stance == "denied" else said
        by[voices.actor(account.source) or ""].append(account)
    doers = _rivals(said, voices)
    disputed = {actor for actor in denied if any(voices.one_side(actor, one) for one in said)}
    if len(doers) < 2 and not disputed:
        return ()
    return (
        *(_did(actor, told, voices) for actor, told in doers.items()),
        *(_did(actor, denied[actor], voices, holds=False) for actor in sorted(disputed)),
    )


def _rivals(said: dict[str, list[Account]], voices: Voices) -> dict[str, list[Account]]:
    """Claims by doer; those of one side, and those that one voice names together, stand under the first of them."""
    leader = {actor: actor for actor in sorted(said)}
    for one, other in combinations(sorted(said), 2):
        joint = set(map(_voice, said[one])) & set(map(_voice, said[other]))
        if joint or voices.one_side(one, other):
            old, new = leader[other], leader[one]
            leader = {actor: new if head == old else head for actor, head in leader.items()}
    merged: defaultdict[str, list[Account]] = defaultdict(list)
    for actor, told in sorted(said.items()):
        merged[leader[actor]].extend(told)
    return merged


def _voice(account: Account) -> tuple[str, str | None, bool]:
    """Who says it in which report: a report may tell what two parties say of each other."""
    return (account.article_id, account.speaker, account.stated)


def _did(actor: str, told: list[Account], voices: Voices, *, holds: bool = True) -> Side:
    return voices.side("who", told, predicate=told[0].predicate, actor=actor, holds=holds)


def _tolls(happening: Happening, told: list[Account], voices: Voices) -> Iterator[Dispute]:
    for kind in sorted({count[0] for one in told for count in one.tolls}):
        counted = _last_word([one for one in told if any(c[0] == kind for c in one.tolls)])
        groups = irreconcilable([_counted(kind, several) for several in counted])
        sides = [[account for several in group for account in several] for group in groups]
        if sides:
            given = [next(one for one in losses(side) if one.kind == kind) for side in sides]
            told_so = (
                voices.side("toll", side, predicate=side[0].predicate, toll=toll)
                for side, toll in zip(sides, given, strict=True)
            )
            yield _dispute("toll", (happening,), tuple(told_so), voices)


def _counted(kind: str, several: list[Account]) -> Ranged[list[Account]]:
    """What one voice counts: of several numbers it may mean the greatest, or their sum."""
    counts = {count for one in several for count in one.tolls if count[0] == kind}
    highs = [high for _, _, high in counts if high is not None]
    high = sum(highs) if len(highs) == len(counts) else None
    return max(low for _, low, _ in counts), high, several


def _days(
    happening: Happening, told: list[Account], days_exact: int, voices: Voices
) -> Iterator[Dispute]:
    dated = [one for one in told if one.when and _length(one.when) <= days_exact]
    said = [(*_ordinals(several), several) for several in _last_word(dated)]
    groups = irreconcilable(said)
    sides = [[account for several in group for account in several] for group in groups]
    if sides:
        told_so = (
            voices.side("when", side, predicate=side[0].predicate, when=side[0].when)
            for side in sides
        )
        yield _dispute("when", (happening,), tuple(told_so), voices)


def _length(when: When) -> int:
    if when.start is None or when.end is None:
        return (date.max - date.min).days
    return (when.end - when.start).days


def _ordinals(several: list[Account]) -> tuple[int, int]:
    times = [one.when for one in several if one.when is not None]
    first = min(when.start for when in times if when.start is not None)
    after = max(when.end for when in times if when.end is not None)
    return first.toordinal(), (after - DAY).toordinal()


def _last_word(told: Iterable[Account]) -> list[list[Account]]:
    """Claims by voice, each as it last spoke: whoever corrects itself contradicts nobody."""
    by: defaultdict[tuple[str, str | None], list[Account]] = defaultdict(list)
    for account in told:
        by[account.witness, account.speaker and account.article_id + account.speaker].append(
            account
        )
    return [_latest(several) for several in by.values()]


def _latest(several: list[Account]) -> list[Account]:
    last = max((one.known_on, one.article_id) for one in several)
    return [one for one in several if (one.known_on, one.article_id) == last]
