"""What reports tell of actors that may be one, gathered for `resolve.candidates`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.names import name_key
from allegiance.query.drawing import Drawing
from allegiance.records.deciding import Candidate
from allegiance.records.decision import IDENTITY
from allegiance.resolve.candidates import Facts
from allegiance.resolve.candidates import candidates as compared
from allegiance.resolve.standing import nodes, standing
from allegiance.store.decisions import all_decisions
from allegiance.store.lookups import all_names
from allegiance.store.store import Store


def candidates(
    store: Store, drawing: Drawing, lexicon: Lexicon, *, actor: str | None = None
) -> list[Candidate]:
    """Pairs of actors that may be one, the likeliest first; those that a person has decided on are left out.

    Args:
        actor: an actor's id: only pairs that it is one of.
    """
    facts = _facts(store, drawing)
    settled = {*_against_each_other(drawing), *_decided(store, drawing)}
    found = compared(facts, lexicon.likeness, settled=settled)
    return [one for one in found if actor is None or actor in (one.left.id, one.right.id)]


def _facts(store: Store, drawing: Drawing) -> Iterator[Facts]:
    cast, leaders = drawing.cast, _leaders(drawing)
    names: defaultdict[str, set[str]] = defaultdict(set)
    reports: defaultdict[str, set[str]] = defaultdict(set)
    named_in: defaultdict[str, set[str]] = defaultdict(set)
    for words, key, article in all_names(store):
        if key in cast.actor_of:
            actor_id = cast.actor_of[key]
            names[actor_id].add(" ".join(words.split()))
            reports[actor_id].add(article)
            named_in[article].add(actor_id)
    for actor_id in sorted(names):
        actor = cast.actors[actor_id]
        yield Facts(
            actor=actor,
            names=tuple(sorted(names[actor_id] | {actor.name})),
            leaders=leaders.get(actor_id, {}),
            company=frozenset(one for article in reports[actor_id] for one in named_in[article])
            - {actor_id},
            reports=frozenset(reports[actor_id]),
        )


def _leaders(drawing: Drawing) -> Mapping[str, dict[str, str]]:
    """Who is said to lead an actor, ever: names by their keys, as two leaders of one name may be one themselves."""
    leading = {kind.predicate for kind in drawing.ontology.relations if "leaders" in kind.sections}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for tie in drawing.ties():
        if tie.predicate in leading and tie.target is not None:
            name = drawing.cast.actors[tie.source].name
            found[tie.target][name_key(name)] = name
    return found


def _against_each_other(drawing: Drawing) -> Iterator[frozenset[str]]:
    """The two parties of a claim are two; but a name and its successor's may be one."""
    renaming = {kind.predicate for kind in drawing.ontology.relations if kind.renames}
    who = drawing.cast.actor_of
    for account, _, _ in drawing.heard:
        pair = frozenset((who.get(account.source or ""), who.get(account.target or "")))
        if len(pair) == 2 and None not in pair and account.predicate not in renaming:
            yield frozenset(one for one in pair if one is not None)


def _decided(store: Store, drawing: Drawing) -> Collection[frozenset[str]]:
    groups = drawing.cast.groups
    stand = [one for one in standing(all_decisions(store)) if one.choice.verdict in IDENTITY]
    return [frozenset(groups.get(node, node) for node in nodes(one)) for one in stand]
