"""Bring the atlas up to date: find out what the new rows of the ledgers bear on, and fold only that anew.

What a claim says bears on one unit alone, two parties or a place (`shelving.unit_of`), and on the events of about its days.
So the claims of all articles whose reading, whose parties or whose reviews have changed are read anew, and with them every
unit and every stretch of days that they spoke of before or speak of now. The outcome is the same as of folding everything,
and where much has changed everything is folded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property

import allegiance
from allegiance.lexicon.lexicon import Lexicon
from allegiance.query.atlas import Atlas
from allegiance.query.casting import who_is_who
from allegiance.query.drawing import Drawing, drawn, is_deed
from allegiance.query.events import event_id, named
from allegiance.query.gathering import ClaimKey, Gathering
from allegiance.query.happenings import Happening
from allegiance.query.listing import listed_rows, rejected
from allegiance.query.nearby import nearby
from allegiance.query.newcomers import newcomers
from allegiance.query.people import Moved, actor_rows, moved, of_cast, referents_now
from allegiance.query.reviewing import reviews
from allegiance.query.shelving import (
    claim_row,
    event_row,
    letters,
    outcome_rows,
    place_of,
    place_range,
    place_rows,
    places_of,
    state_row,
)
from allegiance.query.unswept import unswept
from allegiance.records.decision import IDENTITY
from allegiance.resolve.actors import Cast
from allegiance.store.atlas import (
    EACH,
    Cells,
    Head,
    Revision,
    differing,
    head,
    listed,
    revise,
    rows,
)
from allegiance.store.decisions import roots_since
from allegiance.store.editions import edition
from allegiance.store.ledgers import Account, accounts
from allegiance.store.lookups import families, read_in, read_since
from allegiance.store.store import Store

# Raise it whenever what is kept, or what the fold makes of the same claims, has changed.
FORM = "4"
# Of all articles; where more have to be read anew, it is quicker to fold everything.
MOST = 0.2
# Where the columns of `atlas_claim` stand.
_MARK, _UNIT, _PLACE, _EVENT = 3, 4, 7, 9


@unswept()
def survey(store: Store, lexicon: Lexicon) -> None:
    """Bring the atlas up to date with the ledgers, whoever writes to them in the meantime.

    Raises:
        StoreError: it cannot be written.
    """
    form = form_of(lexicon)
    while True:
        old, new = head(store), Head(form, *edition(store))
        if old == new:
            return
        known = old if old is not None and old.form == form else None
        if revise(store, new, _Survey(store, lexicon, known).revision()):
            return


def form_of(lexicon: Lexicon) -> str:
    """What an atlas depends on beside the ledgers, as one word."""
    rules = f"{FORM} {allegiance.__version__} {lexicon.rules}"
    return hashlib.sha256(rules.encode()).hexdigest()


class _Survey:
    """One look at the ledgers; `known` is what the atlas was computed from, None where there is none to keep."""

    def __init__(self, store: Store, lexicon: Lexicon, known: Head | None) -> None:
        self._store = store
        self._lexicon = lexicon
        self._ontology = lexicon.ontology
        self._known = known
        self._kept = Atlas(store, lexicon.ontology)
        self._decided = reviews(store)

    def revision(self) -> Revision:
        """What has to be replaced."""
        if self._known is not None:
            articles = self._touched(self._known)
            (many,) = rows(self._store, "SELECT count(*) FROM article")[0]
            if len(articles) <= MOST * many:
                return self._some(articles)
        return self._everything()

    @cached_property
    def _same_people(self) -> bool:
        """Is everybody who they were, whatever else has changed?"""
        if self._known is None or self._known[1:3] != edition(self._store)[:2]:
            return False
        return not IDENTITY & roots_since(self._store, self._known.decision)

    @cached_property
    def _newcomers(self) -> Moved | None:
        """What is new of who is who, where everybody else is who they were."""
        return newcomers(self._store, self._lexicon, self._known) if self._known else None

    @cached_property
    def _moved(self) -> Moved:
        return self._newcomers or moved(self._store, of_cast(self._cast))

    @cached_property
    def _cast(self) -> Cast:
        if self._same_people:
            return self._kept.cast
        if self._newcomers is not None:
            return self._kept.cast_with(self._newcomers)
        return who_is_who(self._store, self._lexicon, date.max)

    def _everything(self) -> Revision:
        told = self._told(None)
        drawing = drawn(told, self._cast, self._ontology)
        happened = drawing.happenings.all
        people = of_cast(self._cast)
        return Revision(
            anew=True,
            rows={
                "actor": list(actor_rows(self._store, people.actors, people.referents)),
                "referent": people.referents.items(),
                "node": people.nodes.items(),
                "review": self._reviews.items(),
                "claim": self._claims(told, drawing, _event_of(happened)),
                "state": _states(drawing),
                "outcome": outcome_rows(drawing),
                "event": map(event_row, named(happened)),
                "place": place_rows(one.account.place for one in drawing.heard),
                "listed": self._listed(drawing, None),
            },
        )

    def _some(self, articles: Collection[str]) -> Revision:
        told = self._told(articles)
        drawing = drawn(told, self._cast, self._ontology)
        before = self._rows(f"SELECT * FROM atlas_claim WHERE article_id {EACH}", articles)
        after = list(self._claims(told, drawing, {}))
        both = (*before, *after)
        units = {row[_UNIT] for row in both if row[_UNIT]}
        spots = places_of(row[_PLACE] for row in both)
        told_of = {row[_EVENT] for row in before if row[_EVENT]}
        happened = nearby(self._gathering, self._deeds(drawing, told_of, articles), articles)
        event_of = _event_of(happened)
        own = {row[:2] for row in after}
        revision = Revision(anew=False)
        revision.put("claim", articles, list(self._claims(told, drawing, event_of)))
        wanted = {key for key in self._gathering.units(units) if key[1] not in articles}
        folded = self._gathering.drawing(wanted | {row[:2] for row in after if row[_UNIT] in units})
        revision.put("state", units, _states(folded))
        revision.put("outcome", units, outcome_rows(folded))
        old_events = told_of | self._gathering.events_of(event_of.keys())
        revision.put("event", old_events, map(event_row, named(happened)))
        revision.put("place", spots, list(self._places(spots, articles, after)))
        revision.put("listed", articles, list(self._listed(drawing, articles)))
        revision.put("review", *differing(self._old_reviews, self._reviews))
        revision.events = [(*key, event) for key, event in event_of.items() if key not in own]
        units_and_events = (("unit", units), ("event", old_events.union(event_of.values())))
        revision.changed = {(what, key) for what, several in units_and_events for key in several}
        if not self._same_people:
            self._put_people(revision)
            revision.changed |= {("actor", one) for one in self._moved.other_kinds}
        return revision

    def _touched(self, known: Head) -> frozenset[str]:
        """Articles whose claims may say something else now, with their copies."""
        gone, come = differing(self._old_reviews, self._reviews)
        claims = gone | {claim for claim, _ in come}
        articles = read_since(self._store, known.reading)
        if not self._same_people:
            articles |= self._named_anew()
        return families(self._store, articles=articles, claims=claims)

    def _named_anew(self) -> frozenset[str]:
        """Articles that name somebody who is somebody else now, or somebody of another kind."""
        kinds = self._moved.other_kinds
        asked = f"SELECT article_id FROM atlas_claim WHERE source {EACH} OR target {EACH}"
        acting = self._rows(asked, kinds, kinds) if kinds else []
        named_in = read_in(self._store, {key.partition("#")[0] for key in self._moved.keys})
        return named_in | {row[0] for row in acting}

    def _put_people(self, revision: Revision) -> None:
        moved = self._moved
        revision.put("referent", *moved.referents)
        revision.put("node", *moved.nodes)
        own = referents_now(self._store, moved)
        revision.put("actor", moved.lost, list(actor_rows(self._store, moved.actors, own)))

    def _deeds(
        self, drawing: Drawing, events: Collection[str], articles: Collection[str]
    ) -> Iterator[Account]:
        """What is done in a drawing, and what else is told of some events beside some articles."""
        yield from (one.account for one in drawing.heard if is_deed(one))
        others = {key for key in self._gathering.events(events) if key[1] not in articles}
        found = self._gathering.deeds(others)
        yield from (found[key] for key in sorted(others))

    @cached_property
    def _gathering(self) -> Gathering:
        return Gathering(self._store, self._cast, self._ontology, self._decided, self._meet)

    def _meet(self, told: Iterable[Account]) -> None:
        if self._same_people or self._newcomers is not None:
            self._kept.meet(told)

    def _places(
        self, spots: Collection[str], articles: Collection[str], after: Iterable[Cells]
    ) -> Iterator[Cells]:
        found = [row[_PLACE] for row in after if row[_MARK] and row[_PLACE]]
        asked = "SELECT DISTINCT place, article_id FROM atlas_claim WHERE place >= ? AND place < ? AND mark IS NOT NULL"
        for spot in sorted(spots):
            there = rows(self._store, asked, *place_range(spot))
            found += [place for place, article in there if article not in articles]
        yield from place_rows(map(place_of, found))

    def _told(self, articles: Collection[str] | None) -> list[Account]:
        return self._gathering.applied(accounts(self._store, date.max, articles=articles))

    def _claims(
        self, told: Iterable[Account], drawing: Drawing, event_of: Mapping[ClaimKey, str]
    ) -> Iterator[Cells]:
        heard = {(one.account.claim_id, one.account.article_id): one for one in drawing.heard}
        for account in told:
            key = (account.claim_id, account.article_id)
            yield claim_row(account, heard.get(key), event_of.get(key), self._cast, self._ontology)

    def _listed(self, drawing: Drawing, articles: Collection[str] | None) -> Iterator[Cells]:
        gone = rejected(self._store, self._decided, date.max, articles)
        return listed_rows(drawing.heard, gone, self._decided, self._cast)

    @cached_property
    def _reviews(self) -> dict[str, str]:
        return {claim: decision.id for claim, decision in self._decided.items()}

    @cached_property
    def _old_reviews(self) -> dict[str, str]:
        return dict(rows(self._store, "SELECT claim_id, decision FROM atlas_review"))

    def _rows(self, asked: str, *several: Collection[str]) -> list[Cells]:
        return rows(self._store, asked, *map(listed, several))


def _states(drawing: Drawing) -> Iterator[Cells]:
    marks = letters(drawing.heard)
    for alleged in (False, True):
        for state in drawing.states(alleged=alleged):
            yield state_row(state, marks)


def _event_of(happened: Iterable[Happening]) -> dict[ClaimKey, str]:
    return {
        (account.claim_id, account.article_id): event_id(one)
        for one in happened
        for account in one.accounts
    }
