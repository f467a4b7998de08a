"""Who is who after reports that were never read before: they name actors there are, or new ones, and move nobody else.

Wherever more than that may have changed, nothing is told, and who is who has to be worked out from all judgements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.people import Moved
from allegiance.records.decision import IDENTITY, side
from allegiance.records.judgement import Call, Identity
from allegiance.resolve.actors import actor_called, group_id
from allegiance.resolve.standing import identities_of, standing
from allegiance.resolve.ties import Ties
from allegiance.store.atlas import EACH, Head, listed, rows
from allegiance.store.decisions import all_decisions, roots_since
from allegiance.store.identities import calls_of, identities_since, is_reread_since
from allegiance.store.store import Store


def newcomers(store: Store, lexicon: Lexicon, known: Head) -> Moved | None:
    """What is new of who is who since an atlas was made; None where anybody may be somebody else."""
    if is_reread_since(store, known.reading) or IDENTITY & roots_since(store, known.decision):
        return None
    decided = identities_of(standing(all_decisions(store))).counted
    sides = [side(one) for two in decided for one in (two.choice.left, two.choice.right or "")]
    if any(one.is_part for one in sides) or any(one.choice.verdict != "same" for one in decided):
        return None
    judged = identities_since(store, known.reading, known.judgement)
    if judged is None:
        return None
    groups = _groups(store, judged, {side(one.choice.left).node for one in decided})
    return _moved(store, lexicon, judged, groups) if groups is not None else None


def _groups(
    store: Store, judged: Iterable[Identity], firsts: Collection[str]
) -> dict[str, str] | None:
    """The actor of every newcomer and of every new id; None where two that there are become one, or one is called another."""
    last = {(one.left, one.right): one for one in judged}.values()
    asked = f"SELECT id, actor FROM atlas_node WHERE id {EACH}"
    there: dict[str, str] = dict(rows(store, asked, listed({one.right for one in last})))
    ties = Ties()
    for one in last:
        ties.add(one.left, there.get(one.right, one.right))
        if one.verdict == "same":
            ties.join(one.left, there.get(one.right, one.right))
    groups: dict[str, str] = {}
    for members in ties.sets().values():
        names = [one for one in members if one.startswith("actor-")]
        old = set(names).intersection(there.values())
        if not names or old - {group_id(names, firsts)}:
            return None
        groups.update(dict.fromkeys(set(members) - old, group_id(names, firsts)))
    return groups


class _Touched(NamedTuple):
    """Actors as the atlas has them, and how reports call them now."""

    before: Mapping[str, tuple[str, ...]]
    called: Mapping[str, Counter[Call]]


def _moved(
    store: Store, lexicon: Lexicon, judged: Iterable[Identity], groups: Mapping[str, str]
) -> Moved:
    new = {one.left: one for one in judged}
    touched = _touched(store, new.values(), groups)
    names = {actor.id: actor.name for actor in lexicon.actors}
    actors = {}
    for actor_id, called in sorted(touched.called.items()):
        one = actor_called(actor_id, called, names)
        actors[actor_id] = (one.id, one.name, one.kind, one.knowledge_id)
    return Moved(
        referents=(set(), [(key, groups[key]) for key in new]),
        nodes=(set(), [(one, actor) for one, actor in groups.items() if one not in new]),
        actors=actors,
        lost=frozenset(actors),
        other_kinds=frozenset(
            one for one, row in touched.before.items() if row[2] != actors[one][2]
        ),
    )


def _touched(store: Store, new: Iterable[Identity], groups: Mapping[str, str]) -> _Touched:
    called: defaultdict[str, Counter[Call]] = defaultdict(Counter)
    for one in new:
        assert one.name is not None
        assert one.kind is not None
        called[groups[one.left]][one.name, one.kind, one.knowledge_id] += 1
    asked = f"SELECT id, name, kind FROM atlas_actor WHERE id {EACH}"
    before = {row[0]: row for row in rows(store, asked, listed(called))}
    for actor, call, many in calls_of(store, before):
        called[actor][call] += many
    return _Touched(before, called)
