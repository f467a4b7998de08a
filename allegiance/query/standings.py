"""All decisions, each with what has become of it."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.query.reviewing import located
from allegiance.records.deciding import Standing
from allegiance.records.decision import IDENTITY, REVIEW, Decision
from allegiance.resolve.actors import Cast
from allegiance.resolve.standing import identities_of, nodes, standing, undoings, value
from allegiance.store.decisions import all_decisions
from allegiance.store.store import Store


def standings(store: Store, cast: Cast) -> tuple[Standing, ...]:
    """Every decision with its state, in the order in which they were made."""
    made = all_decisions(store)
    stand = standing(made)
    undone = undoings(made)
    told = [
        *(Standing(one, "undone", (undone[one.id],)) for one in made if one.id in undone),
        *_identities(stand, cast),
        *_reviews(store, stand),
    ]
    states = {one.decision.id: one for one in told}
    return tuple(states.get(one.id, Standing(one, "stands")) for one in made)


def set_aside(made: Sequence[Decision]) -> tuple[Standing, ...]:
    """The decisions on who is who that later ones leave no room for."""
    found = identities_of(standing(made)).contradictions
    return tuple(Standing(one.aside, "set-aside", one.by) for one in found)


def _identities(stand: Sequence[Decision], cast: Cast) -> list[Standing]:
    there = set(cast.actors)
    astray = [
        Standing(one, "unmatched")
        for one in stand
        if one.choice.verdict in IDENTITY
        and not all(cast.groups.get(node) in there for node in nodes(one))
    ]
    return [*astray, *set_aside(stand)]


def _reviews(store: Store, stand: Sequence[Decision]) -> list[Standing]:
    found = []
    last: dict[str, Decision] = {}
    placed = located(store, [one for one in stand if one.choice.verdict in REVIEW])
    for decision, claim_id in placed:
        if claim_id is not None:
            last[claim_id] = decision
    for decision, claim_id in placed:
        if claim_id is None:
            found.append(Standing(decision, "unmatched"))
        elif value(last[claim_id]) != value(decision):
            found.append(Standing(decision, "outdone", (last[claim_id],)))
    return found
