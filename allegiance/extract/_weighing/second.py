"""What the second reader makes of the weighed pairs: guesses, and claims of those that are sure enough."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from allegiance.extract._claiming.circumstance import Circumstances
from allegiance.extract._claiming.parties import CERTAINTY
from allegiance.extract._weighing.candidates import Couple, Side, questions
from allegiance.lexicon.ontology import Ontology
from allegiance.reading import PairModel, Reading, Weighed
from allegiance.records.bundle import Found
from allegiance.records.claim import (
    Claim,
    ClaimKind,
    Codes,
    Evidence,
    Phase,
    Role,
    RoleName,
    Stance,
)
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

NAMELESS = frozenset(("rivalry", "truce", "support"))
# What is told of bodies alone, and what only of who has a name.
OF_BODIES = frozenset(("leadership", "membership"))
BY_NAMED = frozenset(("control", "leadership"))
# What becomes of a change that was not made: "did not join it", "did not leave it".
UNLESS_NEGATED: Mapping[str, Stance] = {"begins": "denied", "ends": "asserted"}
# "Did not join it until May", "not only joined it".
NO_NEGATION = frozenset(("until", "only", "just", "merely", "yet", "before"))
SUPPOSING = frozenset(("would", "could", "might"))
TOLLED = frozenset(("assault", "coerce"))


@dataclass(frozen=True, slots=True)
class Guess:
    """A pair of a sentence and what it may bear."""

    words: Words
    couple: Couple
    weighed: Weighed


def guesses(reading: Reading, model: PairModel, found: Found) -> Iterator[Guess]:
    """All pairs of an article, weighed. The weighing begins with the call, beside whatever the caller does next."""
    article = reading.article
    furniture = [*article.furniture, *([article.dateline] if article.dateline else [])]
    asked = list(questions(reading.doc, found, furniture))
    answers = model.weigh([(question.words.text, question.pairs()) for question in asked])
    return (
        Guess(question.words, couple, weighed)
        for question, answer in zip(asked, answers, strict=True)
        for couple, weighed in zip(question.couples, answer, strict=True)
        if weighed is not None
    )


class Second:
    """Makes claims of guesses."""

    def __init__(
        self, doc: Doc, found: Found, circumstances: Circumstances, ontology: Ontology
    ) -> None:
        self._doc = doc
        self._named = {r.id for r in found.referents if any(m.form == "name" for m in r.mentions)}
        self._persons = {r.id for r in found.referents if r.kind == "person"}
        self._circumstances = circumstances
        self._phases = {kind.predicate: kind.phases for kind in ontology.relations}
        self._cameo = {kind.predicate: kind.cameo for kind in ontology.events}

    def may_be_told(self, guess: Guess, written: tuple[str, bool]) -> bool:
        """Are the sides such as the second reader may tell of alone?

        Who has no name ("an ally", "three groups", "the leader of the Front") is more often another word for one who has than
        an actor of his own; fights, truces and help are told of the nameless, too ("the government", "two officers"), and
        what somebody with a name leads ("Roe, who commands the garrison"). Nobody is a member of a person, or leads one.
        """
        predicate, forward = written
        sides = guess.couple.one, guess.couple.other
        source, target = sides if forward else sides[::-1]
        if predicate in OF_BODIES and target.actor in self._persons:
            return False
        named = [side.actor in self._named for side in (source, target)]
        if predicate in BY_NAMED:
            return named[0]
        return all(named) or (any(named) and predicate in NAMELESS)

    def relation(self, guess: Guess, written: tuple[str, bool]) -> Claim:
        """The claim that the pair bears the relation `written`: its predicate and its way."""
        predicate, _ = written
        phases: dict[str, float] = {
            phase: guess.weighed.phases[phase] for phase in self._phases[predicate]
        }
        phase = cast("Phase", _likeliest(phases))
        stance = cast("Stance", _likeliest(guess.weighed.relation_stances))
        anchor = self._anchor(guess.couple.one, guess.couple.other)
        if stance == "asserted" and phase in UNLESS_NEGATED and _is_negated(anchor):
            phase, stance = "holds", UNLESS_NEGATED[phase]
        if stance == "asserted" and _is_supposed(anchor):
            stance = "alleged"
        return self._claim(guess, "relation", written, phase, stance)

    def event(self, guess: Guess, written: tuple[str, bool]) -> Claim:
        """The claim that one side of the pair did to the other what `written` names."""
        stance = cast("Stance", _likeliest(guess.weighed.event_stances))
        return self._claim(guess, "event", written, None, stance)

    def amended(self, claim: Claim, guess: Guess, least: float) -> Claim:
        """A relation of the first reader with the phase and the stance that the second gives `least` or more."""
        anchor = self._anchor(guess.couple.one, guess.couple.other)
        if claim.kind != "relation" or _is_negated(anchor):
            # The first reader looks at every "not", and the second overlooks some.
            return claim
        phase, stance = _likeliest(guess.weighed.phases), _likeliest(guess.weighed.relation_stances)
        if guess.weighed.phases[phase] >= least and phase in self._phases[claim.predicate]:
            claim = replace(claim, phase=phase)
        if guess.weighed.relation_stances[stance] >= least:
            claim = replace(claim, stance=cast("Stance", stance))
        return claim

    def _claim(
        self,
        guess: Guess,
        kind: ClaimKind,
        written: tuple[str, bool],
        phase: Phase | None,
        stance: Stance,
    ) -> Claim:
        predicate, forward = written
        one, other = guess.couple.one, guess.couple.other
        source, target = (one, other) if forward else (other, one)
        anchor = self._anchor(one, other)
        event, span = kind == "event", one.span.joined(other.span)
        there: RoleName = "place" if predicate == "control" and not event else "target"
        return Claim(
            id="",
            kind=kind,
            predicate=predicate,
            phase=phase,
            stance=stance,
            roles=(
                Role("source", source.actor, source.span),
                Role(there, target.actor, target.span),
            ),
            evidence=(Evidence(span, rule(kind, predicate)),),
            confidence=CERTAINTY[one.form] * CERTAINTY[other.form],
            when=self._circumstances.when(
                anchor, reach="clause" if phase == "holds" else "sentence"
            ),
            where=self._circumstances.where(anchor) if event else None,
            toll=self._circumstances.toll(anchor) if event and predicate in TOLLED else (),
            statement=self._circumstances.statement(anchor, one.span.joined(other.span)),
            codes=Codes(self._cameo[predicate], predicate.upper()) if event else None,
        )

    def _anchor(self, one: Side, other: Side) -> Token:
        """The word that both mentions hang on in the parse: what stands for a trigger, as no word alone made the claim."""
        first, second = (self._head(side.span) for side in (one, other))
        above = {first.i, *(token.i for token in first.ancestors)}
        return next((t for t in (second, *second.ancestors) if t.i in above), second)

    def _head(self, span: Span) -> Token:
        words = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        assert words is not None, "a mention lies in its text"
        return words.root


def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children) and not any(
        child.lower_ in NO_NEGATION for child in verb.children
    )


def _is_supposed(verb: Token) -> bool:
    """ "A text that would have put it under a mandate"; the first reader takes that for alleged, too."""
    helping = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    return "have" in helping and not helping.isdisjoint(SUPPOSING)


def rule(kind: str, predicate: str) -> str:
    """The row of `encoder.toml` that its claims rest on."""
    return f"encoder.{kind}-{predicate}"


def _likeliest(shares: Mapping[str, float]) -> str:
    return max(shares, key=lambda name: shares[name])
