"""The reviewer's desk: who is who, what was read rightly, and what is taken back. All is signed, and nothing is erased."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from allegiance.desk.choices import identity, review
from allegiance.errors import Contradiction, UnknownName, UsageError
from allegiance.lexicon.lexicon import DATA, Lexicon
from allegiance.query.casting import who_is_who
from allegiance.query.corrections import check_correction, predicates_of
from allegiance.query.drawing import draw
from allegiance.query.names import actor_named
from allegiance.query.pointing import check_parts
from allegiance.query.queue import queue_for
from allegiance.query.sides import parties
from allegiance.query.why import Explaining, full_id
from allegiance.records.answer import Explanation
from allegiance.records.claim import ClaimKind
from allegiance.records.deciding import Outcome
from allegiance.records.decision import REVIEW, Choice, Correction, Decision, Verdict
from allegiance.resolve.actors import Cast
from allegiance.resolve.standing import against, identities_of, nodes, standing, undoings
from allegiance.store.decisions import (
    all_decisions,
    decide,
    decide_all,
    decision_with_undoings,
    decisions_beginning,
)
from allegiance.store.in_full import claim_in_store, claims_in_store
from allegiance.store.store import Store

PREFIX = "decision-"


class Desk:
    """Where one person decides; `Session.desk` makes one."""

    def __init__(
        self, store: Store, lexicon: Lexicon, *, by: str, now: Callable[[], datetime]
    ) -> None:
        if not by.strip():
            raise UsageError("a decision needs the name of who makes it; give one")
        self._store = store
        self._lexicon = lexicon
        self._by = " ".join(by.split())
        self._now = now
        self._cast: Cast | None = None

    def same(self, left: str, right: str, because: str = "") -> Outcome:
        """Two names mean one actor.

        Args:
            left: a name, an alias, an actor's id, or a part in a claim (`3f2a9c01:source`).
            right: as `left`.

        Raises:
            UnknownName, AmbiguousName: a name does not lead to one actor.
            Contradiction: earlier decisions hold the two apart by way of others.
        """
        return self._judge("same", left, right, because)

    def different(self, left: str, right: str, because: str = "") -> Outcome:
        """Two names mean two actors, whatever the rules say.

        Where both lead to one actor, whoever reports call by the second name is parted from it.

        Raises:
            UnknownName, AmbiguousName: a name does not lead to one actor.
            UsageError: nothing tells the two apart.
            Contradiction: earlier decisions make the two one by way of others.
        """
        return self._judge("different", left, right, because)

    def undo(self, decision_id: str | None = None, because: str = "") -> Outcome:
        """Take a decision back; undoing an undoing brings back what it undid.

        Args:
            decision_id: or its first characters, `decision-` left out or not; None: the last of this person's that stands.

        Raises:
            UnknownName: there is none of that id, or several begin so, or this person has nothing to undo.
            UsageError: it is undone already.
        """
        wanted = self._last() if decision_id is None else self._decision(decision_id)
        what = f"undone: {wanted.choice.what}"
        return Outcome(self._sign(Choice("undone", wanted.id, None, what), because))

    def undo_all(self, decision_ids: Iterable[str], because: str = "") -> tuple[Decision, ...]:
        """Take several decisions back at once, as those of `review_all`: all of them, or none.

        Raises:
            UnknownName: there is none of one of the ids.
            UsageError: one of them is undone already.
        """
        wanted = dict.fromkeys(decision_ids)
        made = {one.id: one for one in all_decisions(self._store)}
        if strange := [one for one in wanted if one not in made]:
            raise UnknownName(f"no decision is {strange[0]!r}; `allegiance decisions` lists all")
        undone = undoings(list(made.values()))
        if over := [one for one in wanted if one in undone]:
            raise UsageError(f"{over[0]} is undone already, by {undone[over[0]].by}; leave it out")
        choices = [
            Choice("undone", one, None, f"undone: {made[one].choice.what}") for one in wanted
        ]
        self._cast = None
        because = " ".join(because.split())
        return decide_all(self._store, choices, by=self._by, because=because, now=self._now())

    def accept(self, claim_id: str, because: str = "") -> Outcome:
        """The claim says what its words say.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        return self._review("accepted", claim_id, because)

    def reject(self, claim_id: str, because: str = "") -> Outcome:
        """The words do not say it: it leaves no trace in any answer.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        return self._review("rejected", claim_id, because)

    def correct(self, claim_id: str, correction: Correction, because: str = "") -> Outcome:
        """The words say something else.

        Raises:
            UnknownName: no claim has that id, or several begin so.
            UsageError: the outcome could not be read of any text, or nothing would change.
        """
        return self._review("corrected", claim_id, because, correction)

    def review_all(
        self, verdict: Literal["accepted", "rejected"], claim_ids: Iterable[str], because: str = ""
    ) -> tuple[Decision, ...]:
        """The same word on many claims: all of it is kept, or nothing.

        Raises:
            UnknownName: no claim has one of the ids, or several begin so.
        """
        ids = dict.fromkeys(full_id(self._store, claim_id) for claim_id in claim_ids)
        found = claims_in_store(self._store, ids)
        choices = [review(verdict, found[one], None) for one in ids]
        because = " ".join(because.split())
        return decide_all(self._store, choices, by=self._by, because=because, now=self._now())

    def why(self, claim_id: str, *, as_read: bool = False) -> Explanation:
        """Where a claim comes from, as `Session.why` tells it; quick for one claim after another.

        Args:
            as_read: as if nobody had decided on it.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        explaining = Explaining(self._store, self._who(), self._lexicon.ontology, DATA)
        return explaining.why(claim_id, as_read=as_read)

    def predicates(self, kind: ClaimKind) -> tuple[str, ...]:
        """What a claim of that kind may say."""
        return predicates_of(kind, self._lexicon.ontology)

    def queue(
        self,
        *,
        limit: int,
        kinds: Sequence[str] = (),
        actor: str | None = None,
        second: bool = False,
    ) -> tuple[str, ...]:
        """Ids of claims to review, disputed ones first, then those that the reader is least sure of.

        Args:
            kinds: only these predicates, of relations or events.
            second: those that others have decided and this person has not, to see how far both agree; otherwise those
                that nobody has decided.

        Raises:
            UsageError: a kind is no predicate.
            UnknownName, AmbiguousName: `actor` does not lead to one actor.
        """
        self._check_kinds(kinds)
        cast = self._who()
        party = actor_named(actor, self._store, cast, self._lexicon).id if actor else None
        ontology = self._lexicon.ontology
        # A second reviewer sees what the first has rejected, too, and all of it as it was read.
        drawing = draw(self._store, cast, ontology, known_by=date.max, actor=party, as_read=second)
        return queue_for(
            self._store,
            drawing,
            by=self._by,
            limit=limit,
            kinds=kinds,
            actor=party,
            second=second,
        )

    def _who(self) -> Cast:
        """Who is who, remembered: reviews do not change it."""
        if self._cast is None:
            self._cast = who_is_who(self._store, self._lexicon, date.max)
        return self._cast

    def _judge(self, verdict: Verdict, left: str, right: str, because: str) -> Outcome:
        sides = parties(left, right, verdict, self._store, self._lexicon)
        if sides.settled is not None:
            return Outcome(None, (sides.settled,))
        choice = identity(verdict, sides)
        stand = standing(all_decisions(self._store))
        draft = Decision("", choice, self._by, because, self._now())
        notes = _room_for(draft, identities_of(stand).counted)
        return Outcome(self._sign(choice, because), notes)

    def _review(
        self, verdict: Verdict, claim_id: str, because: str, correction: Correction | None = None
    ) -> Outcome:
        found = claim_in_store(self._store, full_id(self._store, claim_id))
        choice = review(verdict, found, correction)
        if choice.correction is not None and choice.anchor is not None:
            check_correction(choice.anchor, choice.correction, self._lexicon.ontology)
            check_parts(self._store, choice.anchor.article_id, choice.correction)
        return Outcome(self._sign(choice, because))

    def _sign(self, choice: Choice, because: str) -> Decision:
        because = " ".join(because.split())
        if choice.verdict not in REVIEW:
            self._cast = None
        return decide(self._store, choice, by=self._by, because=because, now=self._now())

    def _last(self) -> Decision:
        own = [one for one in standing(all_decisions(self._store)) if one.by == self._by]
        if not own:
            raise UnknownName(
                f"{self._by} has made no decision that stands; `allegiance decisions` lists all"
            )
        return own[-1]

    def _decision(self, typed: str) -> Decision:
        prefix = PREFIX + typed.strip().removeprefix(PREFIX)
        found = decisions_beginning(self._store, prefix)
        if len(found) != 1:
            how_many = "no decision" if not found else f"{len(found)} decisions or more"
            raise UnknownName(
                f"{how_many} begin with {typed!r}; `allegiance decisions` lists all", found
            )
        made = decision_with_undoings(self._store, found[0])
        if (by := undoings(made).get(found[0])) is not None:
            raise UsageError(
                f"{found[0]} is undone already, by {by.by} ({by.id}); undo that to bring it back"
            )
        return next(one for one in made if one.id == found[0])

    def _check_kinds(self, kinds: Sequence[str]) -> None:
        ontology = self._lexicon.ontology
        known = [kind.predicate for kind in ontology.relations]
        known += [kind.predicate for kind in ontology.events]
        if unknown := sorted(set(kinds) - set(known)):
            names = ", ".join(dict.fromkeys(known))
            raise UsageError(f"no predicate is called {', '.join(unknown)}; there are {names}")


def _room_for(draft: Decision, counted: Sequence[Decision]) -> tuple[str, ...]:
    """What the decision takes the place of: the later word on the same two counts.

    Raises:
        Contradiction: others, by way of third actors, leave no room for it; it is not guessed which of them is wrong.
    """
    pair = frozenset(nodes(draft))
    same_two = [one for one in counted if frozenset(nodes(one)) == pair]
    others = [one for one in counted if one not in same_two]
    if in_the_way := against(draft, others):
        told = "; ".join(f"{one.choice.what} ({one.by}, {one.id})" for one in in_the_way)
        raise Contradiction(
            f"earlier decisions leave no room for it: {told}. Undo the wrong one: allegiance undo ID"
        )
    return tuple(
        f"takes the place of: {one.choice.what} ({one.by}, {one.made_at.date()}, {one.id})"
        for one in same_two
        if one.choice.verdict != draft.choice.verdict
    )
