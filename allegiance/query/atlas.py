"""Answers from the atlas that a store keeps: only the rows of a question are read, so it need not wait for the others."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from allegiance.lexicon.ontology import Ontology, RelationKind
from allegiance.query.chart import EVERYTHING, Asked, Origin, Pair
from allegiance.query.drawing import Drawing, drawn
from allegiance.query.events import EventSeen, event_seen, latest_first
from allegiance.query.fame import NAMELESS, Fame
from allegiance.query.kept_cast import Actors, Groups, Referents
from allegiance.query.people import Moved
from allegiance.query.reviewing import applied, reviews
from allegiance.query.shelving import STATE_CELLS, event_of, fate_of, place_of, state_of
from allegiance.query.signals import Fate, Tie
from allegiance.query.states import State
from allegiance.records.judgement import Actor
from allegiance.records.network import Event, Place
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import EACH, Cells, listed, radii, rows
from allegiance.store.ledgers import Account, accounts
from allegiance.store.lookups import families
from allegiance.store.store import Store

_CAME_OF = "IN (SELECT unit FROM atlas_outcome WHERE actor = ?)"
_SETTLED = "ORDER BY predicate, source, target, place, number"


class Atlas:
    """Everything that is known, as the tables have it; a `Chart`. Good until the ledgers grow."""

    def __init__(self, store: Store, ontology: Ontology) -> None:
        self._store = store
        self.ontology = ontology
        self._kinds = {kind.predicate: kind for kind in ontology.relations}
        self._actors, self._referents = Actors(store), Referents(store)
        self._read: dict[int, State] = {}

    @cached_property
    def cast(self) -> Cast:
        """Who is who; single ones are looked up, and only who asks for all of them waits."""
        return Cast(self._actors, self._referents, Groups(self._store))

    def cast_with(self, moved: Moved) -> Cast:
        """Who is who with newcomers that the tables do not have yet."""
        self._actors.lay({one: Actor(*row) for one, row in moved.actors.items()})
        self._referents.lay(dict(moved.referents[1]))
        return self.cast

    def meet(self, told: Iterable[Account]) -> None:
        """Look up at once whoever these claims name."""
        keys = {key for one in told for key in _named_by(one) if key}
        self._referents.look_up(keys)

    def kind(self, tie: Tie) -> RelationKind:
        """What kind of relation it is."""
        return self._kinds[tie.predicate]

    @cached_property
    def _of_reviewed(self) -> Drawing:
        decided = reviews(self._store)
        near = families(self._store, claims=decided)
        told = accounts(self._store, date.max, articles=near)
        return drawn(
            applied(told, decided, self.cast, self._store), self.cast, self.ontology
        ).reviewed()

    def reviewed(self) -> Drawing:
        """The same of the claims alone that a reviewer has accepted or corrected."""
        return self._of_reviewed

    def states(self, asked: Asked = EVERYTHING, *, alleged: bool) -> Iterator[State]:
        """States of settled claims, or of alleged ones alone; those of one relation in their order."""
        # With a plus it is no way to find them: SQLite would go through all that are alleged, or all others, and through
        # all of a kind where those of one actor are fewer.
        wanted: list[str] = ["+alleged = ?"]
        values: list[object] = [alleged]
        if asked.kinds:
            wanted.append(f"{'+' if asked.actor is not None else ''}predicate {EACH}")
            values.append(listed(asked.kinds))
        if asked.since is not None:
            wanted.append('"end" >= ?')
            values.append(asked.since.toordinal())
        if asked.until is not None:
            wanted.append("first <= ?")
            values.append(asked.until.toordinal())
        if asked.renamed:
            wanted.append("source = target")
        if asked.actor is not None:
            wanted.append(f"(source = ? OR target = ? OR unit {_CAME_OF})")
            values += [asked.actor, asked.actor, asked.actor]
        # Of a unit only one relation may have made an actor.
        return filter(asked.wants, self._states(" AND ".join(wanted), *values))

    def held(self, on: date, *, alleged: bool) -> Iterator[State]:
        """Those that may hold on a day; of each relation the last of these."""
        day = on.toordinal()
        wanted = "alleged = ? AND drawn_first <= ? AND drawn_end > ?"
        last = {one.tie: one for one in self._states(wanted, alleged, day, day)}
        return iter(last.values())

    def recent_events(self, on: date) -> tuple[Event, ...]:
        """Events of the days before `on`, between named actors or by one, the latest first."""
        since = on - timedelta(days=self.ontology.recent_days)
        found = self._rows(
            "SELECT * FROM atlas_event WHERE day > ? AND day <= ?",
            since.toordinal(),
            on.toordinal(),
        )
        return tuple(sorted(map(event_of, found), key=latest_first))

    def seen_events(self) -> Iterator[EventSeen]:
        """All events between named actors or by one, with their places."""
        told: defaultdict[str, list[Cells]] = defaultdict(list)
        asked = "SELECT event, claim_id, place, confidence FROM atlas_claim WHERE event IS NOT NULL"
        for row in self._rows(asked):
            told[row[0]].append(row)
        places = {
            id_: Place(*json.loads(body)) for id_, body in self._rows("SELECT * FROM atlas_place")
        }
        for event in map(event_of, self._rows("SELECT * FROM atlas_event")):
            asserted = frozenset(event.claim_ids)
            claims = told[event.id]
            grounds = (place_of(place) for _, _, place, _ in claims if place is not None)
            sure = (confidence for _, claim, _, confidence in claims if claim in asserted)
            yield event_seen(event, grounds, sure, places)

    def events_of(self, actor: str, limit: int) -> list[Event]:
        """So many of an actor's events, the latest first."""
        latest = (
            "SELECT * FROM (SELECT * FROM atlas_event WHERE {} = ? ORDER BY day DESC, id LIMIT ?)"
        )
        asked = " UNION ".join(latest.format(side) for side in ("source", "target"))
        found = self._rows(asked, actor, limit, actor, limit)
        return sorted(map(event_of, found), key=latest_first)[:limit]

    def fates(
        self, without: Collection[State], *, kinds: Collection[str], actor: str | None
    ) -> Counter[tuple[Fate, bool]]:
        """What becomes of claims on relations, and whether they are reviewed, but for the claims of some states."""
        if kinds or actor is not None or self._has_twins:
            return self._fates_one_by_one(without, kinds, actor)
        marks: Counter[str] = Counter()
        for mark, many in self._rows("SELECT mark, many FROM atlas_count"):
            marks[mark] += many
        seen = self._marks({claim for one in without if not one.marks for claim in one.claims})
        for state in without:
            seen.update(zip(state.claims, state.marks, strict=False))
        marks.subtract(Counter(seen.values()))
        return _fates(marks)

    def confidences(self, claim_ids: Collection[str]) -> dict[str, float]:
        """How sure each claim is."""
        asked = f"SELECT claim_id, confidence FROM atlas_claim WHERE claim_id {EACH} AND mark IS NOT NULL ORDER BY claim_id, article_id"
        return dict(self._rows(asked, listed(claim_ids)))

    def origins(self, claim_ids: Collection[str]) -> dict[str, Origin]:
        """Where each claim stands; of several articles that make it, in the first by id."""
        asked = (
            "SELECT claim_id, article_id, article.known_on FROM atlas_claim JOIN article ON article.id = article_id"
            f" WHERE claim_id {EACH} AND mark IS NOT NULL ORDER BY claim_id, article_id DESC"
        )
        found = self._rows(asked, listed(claim_ids))
        return {one: Origin(article, date.fromisoformat(day)) for one, article, day in found}

    def fame(self, store: Store, actor: str) -> Fame:
        """How many reports name an actor, and by which names."""
        asked = "SELECT names, reports, witnesses FROM atlas_actor WHERE id = ?"
        for names, reports, witnesses in self._rows(asked, actor):
            return Fame(
                tuple((words, many) for words, many in json.loads(names)), reports, witnesses
            )
        return NAMELESS

    def tied(self, predicates: Collection[str]) -> frozenset[Pair]:
        """Between whom a settled relation of these kinds was at any time."""
        asked = f"SELECT DISTINCT source, target FROM atlas_state WHERE predicate {EACH} AND NOT alleged AND target IS NOT NULL"
        found = self._rows(asked, listed(predicates))
        return frozenset((min(pair), max(pair)) for pair in found)

    def radii(self) -> dict[str, float]:
        """How vague the points of places are, in km, by id; of several claims the most exact counts."""
        found: dict[str, float] = {}
        for cell, radius in radii(self._store):
            place = place_of(cell)[0]
            found[place] = min(found.get(place, radius), radius)
        return found

    def places(self, ids: Collection[str]) -> dict[str, Place]:
        """Places by id."""
        found = self._rows(f"SELECT id, body FROM atlas_place WHERE id {EACH}", listed(ids))
        return {id_: Place(*json.loads(body)) for id_, body in found}

    @cached_property
    def _has_twins(self) -> bool:
        """Is there a claim that stands in two articles?"""
        return bool(self._rows("SELECT twins FROM atlas_head")[0][0])

    def _fates_one_by_one(
        self, without: Collection[State], kinds: Collection[str], actor: str | None
    ) -> Counter[tuple[Fate, bool]]:
        seen = {claim for one in without for claim in one.claims}
        wanted: list[str] = ["mark IS NOT NULL"]
        values: list[object] = []
        if kinds:
            wanted.append(f"predicate {EACH}")
            values.append(listed(kinds))
        if actor is not None:
            wanted.append("(source = ? OR target = ?)")
            values += [actor, actor]
        told = self._rows(
            f"SELECT claim_id, mark FROM atlas_claim WHERE {' AND '.join(wanted)}", *values
        )
        return _fates(Counter(mark for claim, mark in told if claim not in seen))

    def _marks(self, claim_ids: Collection[str]) -> dict[str, str]:
        """What becomes of each claim; for states that were not kept, and so bear no marks."""
        asked = f"SELECT claim_id, mark FROM atlas_claim WHERE claim_id {EACH} AND mark IS NOT NULL"
        return dict(self._rows(asked, listed(claim_ids))) if claim_ids else {}

    def _states(self, wanted: str, *values: object) -> Iterator[State]:
        asked = f"SELECT rowid, {STATE_CELLS} FROM atlas_state WHERE {wanted} {_SETTLED}"
        for number, *cells in self._rows(asked, *values):
            # From one day to the next most states are the same.
            if number not in self._read:
                self._read[number] = state_of(tuple(cells))
            yield self._read[number]

    def _rows(self, asked: str, *values: object) -> list[Cells]:
        return rows(self._store, asked, *values)


def _named_by(account: Account) -> tuple[str | None, ...]:
    return (account.source, account.target, account.speaker, account.result)


def _fates(marks: Counter[str]) -> Counter[tuple[Fate, bool]]:
    found = Counter({fate_of(mark): many for mark, many in marks.items()})
    return Counter({key: many for key, many in found.items() if key[0] != "event" and many})
