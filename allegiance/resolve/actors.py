"""Fold judgements into actors: whoever is tied together is one. Nothing is merged for good; the fold is done anew.

What persons decide goes before what rules judge: their "same" and "different" are laid first, and a rule that would join
what they hold apart joins nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from allegiance.records.canonical import digest
from allegiance.records.decision import Decision, Side, side
from allegiance.records.judgement import Actor, Call, Identity, known_actor_id
from allegiance.records.mention import ActorKind
from allegiance.resolve.judged import Judged
from allegiance.resolve.standing import nodes
from allegiance.resolve.ties import Ties

# Keys of referents and the words that name them, by a side as written.
Parts: TypeAlias = "Mapping[str, Sequence[tuple[str, str]]]"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who is who.

    Attributes:
        actors: by id.
        actor_of: an actor's id for every referent key; nameless referents have none, unless a person gave them one.
        groups: an actor's id for every id that judgements and decisions speak of.
    """

    actors: Mapping[str, Actor]
    actor_of: Mapping[str, str]
    groups: Mapping[str, str]

    def referents_of(self, actor_id: str) -> tuple[str, ...]:
        """The keys of an actor's referents, sorted."""
        return tuple(sorted(key for key, actor in self.actor_of.items() if actor == actor_id))


def cast(
    identities: Iterable[Identity],
    known_names: Mapping[str, str],
    decided: Sequence[Decision] = (),
    parts: Parts | None = None,
) -> Cast:
    """Actors from judgements; on the same two sides the last judgement counts.

    Args:
        known_names: main names by knowledge id.
        decided: decisions of persons that hold together, the latest first (`standing.identities_of`).
        parts: the referents of those of their sides that are less than an actor.
    """
    return cast_known(
        Judged((None, one) for one in identities), date.max, known_names, decided, parts
    )


def cast_known(
    judged: Judged,
    known_by: date,
    known_names: Mapping[str, str],
    decided: Sequence[Decision] = (),
    parts: Parts | None = None,
) -> Cast:
    """The same from judgements that were known by a day."""
    # Whoever is parted from an actor may be any referent, so then none is a mere leaf.
    bare = not any(one.is_part for one in _sides(decided))
    last = judged.others(known_by) if bare else judged.all(known_by)
    leaves = dict(judged.leaves(known_by)) if bare else {}
    members = _members(decided, parts or {}, last)
    moved = _moved(decided, members)
    ties = _decided_ties(decided, members)
    _add_rules(ties, last, moved)
    ties.add(*leaves)
    groups = _groups(ties, {side(one.choice.left).node for one in decided})
    named = {one.left: _as_moved(one, moved) for one in last if one.name is not None}
    together: defaultdict[str, Counter[Call]] = defaultdict(Counter)
    for key, one in named.items():
        assert one.name is not None
        assert one.kind is not None
        together[groups[key]][one.name, one.kind, one.knowledge_id] += 1
    for stem, known in leaves.items():
        together[groups[stem]].update(known.calls)
    actors = {
        name: actor_called(name, called, known_names) for name, called in sorted(together.items())
    }
    given = {key for keys in members.values() for key in keys}
    actor_of = {key: groups[key] for key in (*named, *sorted(given - named.keys()))}
    actor_of = {key: one for key, one in actor_of.items() if one in actors}
    for stem, known in leaves.items():
        own = dict.fromkeys(known.keys, groups[stem])
        actor_of.update(own)
        groups.update(own)
    return Cast(actors, actor_of, groups)


def _members(
    decided: Sequence[Decision], parts: Parts, last: Sequence[Identity]
) -> dict[Side, dict[str, str]]:
    """Whom each part of an actor means, with the words; a referent belongs to one part, of several to the narrowest.

    Of a name it is those that rules tie to the actor.
    """
    asked = list(dict.fromkeys(one for one in _sides(decided) if one.is_part))
    ruled = Ties()
    if asked:
        _add_rules(ruled, last, {})
    taken: set[str] = set()
    found = {}
    for part in sorted(asked, key=lambda part: part.name is not None):
        whole = ruled.find(part.actor_id)
        found[part] = {
            key: words
            for key, words in reversed(parts.get(part.written, ()))
            if key not in taken and (part.name is None or ruled.find(key) == whole)
        }
        taken.update(found[part])
    return found


def _sides(decided: Iterable[Decision]) -> Iterable[Side]:
    for decision in decided:
        yield side(decision.choice.left)
        yield side(decision.choice.right or "")


def _moved(
    decided: Sequence[Decision], members: Mapping[Side, Mapping[str, str]]
) -> dict[str, str]:
    """Referents that are said not to be their actor, with the words that name them."""
    different = (one for one in decided if one.choice.verdict == "different")
    return {k: words for part in _sides(different) for k, words in members.get(part, {}).items()}


def _decided_ties(decided: Sequence[Decision], members: Mapping[Side, Collection[str]]) -> Ties:
    ties = Ties()
    for verdict, act in (("same", ties.join), ("different", ties.part)):
        for decision in decided:
            if decision.choice.verdict == verdict:
                act(*nodes(decision))
    for part, keys in members.items():
        for key in keys:
            ties.join(part.node, key)
    return ties


def _add_rules(ties: Ties, last: Iterable[Identity], moved: Collection[str]) -> None:
    """Tie what rules tie, unless a person said otherwise; sorted, so that where they did the order never shows."""
    for one in sorted(last, key=lambda one: (one.left, one.right)) if ties.parted else last:
        ties.add(one.left, one.right)
        same = one.verdict == "same" and one.left not in moved
        if same and ties.may_join(one.left, one.right):
            ties.join(one.left, one.right)


def _as_moved(one: Identity, moved: Mapping[str, str]) -> Identity:
    """A referent that is not who the knowledge base took it for has the name that its report uses."""
    return one._replace(name=moved[one.left], knowledge_id=None) if one.left in moved else one


def _groups(ties: Ties, firsts: Collection[str]) -> dict[str, str]:
    """The actor id of every member: the knowledge base's if its set has one, else the least.

    Of several that the knowledge base knows it is the one that a decision names first. Whoever was parted from
    everybody is an actor by itself.
    """
    groups = {}
    for root, members in ties.sets().items():
        names = [one for one in members if one.startswith("actor-")]
        found = group_id(names or [digest("actor", root)], firsts)
        groups.update(dict.fromkeys(members, found))
    return groups


def group_id(names: Sequence[str], firsts: Collection[str]) -> str:
    """The id of an actor that goes by several.

    Args:
        firsts: those that a decision names first.
    """
    if len(names) == 1:
        return names[0]
    return min(
        names,
        key=lambda name: (_is_hash(name), not _is_hash(name) and name not in firsts, name),
    )


def _is_hash(actor_id: str) -> bool:
    tail = actor_id.removeprefix("actor-")
    return len(tail) == 16 and all(digit in "0123456789abcdef" for digit in tail)


def actor_called(
    actor_id: str, called: Mapping[Call, int], known_names: Mapping[str, str]
) -> Actor:
    """Named and sorted as most reports do; of equally many the longer, then the first of the alphabet.

    Args:
        called: how many referents have which name, kind and knowledge id.
    """
    known = next((one for _, _, one in called if one and known_actor_id(one) == actor_id), None)
    names: Counter[str] = Counter()
    kinds: Counter[ActorKind] = Counter()
    for (name, kind, _), many in called.items():
        names[name] += many
        kinds[kind] += many
    name = min(names, key=lambda name: (-names[name], -len(name), name))
    kind = min(kinds, key=lambda kind: (-kinds[kind], kind))
    return Actor(actor_id, known_names.get(known or "", name), kind, known)
