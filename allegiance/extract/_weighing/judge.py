"""The judge of both readers: what each says of the same two actors in the same sentence becomes one set of claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

from allegiance.extract._weighing.candidates import Side
from allegiance.extract._weighing.second import Guess, Second, rule
from allegiance.lexicon.calibration import Calibration
from allegiance.lexicon.trust import Trust
from allegiance.records.claim import Claim, Evidence, Role
from allegiance.records.ruling import Ruling, said
from allegiance.records.span import Span

SIDES = frozenset(("source", "target", "place"))
# A side of a claim or of a pair: the actor, or the words where there is none.
Key = str | Span


@dataclass(slots=True)
class _Case:
    """What both readers say of one pair of actors in one sentence."""

    sentence: Span
    claims: list[Claim] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Verdict:
    claim: Claim
    frame: Claim | None
    share: float | None
    kept: bool
    because: str


@dataclass(frozen=True, slots=True)
class _Told:
    """What the first reader tells of others than a pair that bears on it.

    Attributes:
        made: by predicate, who came to be what.
        abreast: two who fight a third together, with where it is named.
        headed: whose leader somebody is, or comes to be, with where that is told.
    """

    made: frozenset[tuple[str, Key, Key]]
    abreast: frozenset[tuple[int, frozenset[Key]]]
    headed: frozenset[tuple[int, Key]]

    def against(self, claim: Claim, sentence: Span) -> str | None:
        """Why the second reader is not to be believed, if anything speaks against it."""
        if not self.made.isdisjoint(_between(claim)):
            return "a frame tells that one came of it"
        if _is_hostile(claim):
            sides = frozenset(_key(role) for role in claim.roles if role.role in SIDES)
            if any(
                pair == sides and sentence.start <= at < sentence.end for at, pair in self.abreast
            ):
                return "a frame tells that the two fight a third together"
        if _is_of_leader(claim) and any(
            whom in map(_key, claim.roles) and sentence.start <= at < sentence.end
            for at, whom in self.headed
        ):
            return "a frame tells that somebody else leads it"
        return None


class Judge:
    """Decides over the claims of one article.

    Args:
        trust: how far the second reader is believed.
        calibration: how sure a claim is.
        even: relations whose sides are equals.
        bonds: relations of those who stand together.
        second: makes its claims.
    """

    def __init__(
        self,
        trust: Trust,
        calibration: Calibration,
        *,
        even: frozenset[str],
        bonds: frozenset[str],
        second: Second,
    ) -> None:
        self._trust = trust
        self._calibration = calibration
        self._even = even
        self._bonds = bonds
        self._second = second

    def judged(
        self, claims: Iterable[Claim], guesses: Iterable[Guess], *, explained: bool = False
    ) -> list[tuple[Claim, Ruling]]:
        """Claims of the first reader, confirmed or doubted, and those that the second alone makes; each with why.

        Args:
            explained: also what the second reader sees without being sure enough; its ruling says that it is not kept.
        """
        claims = list(claims)
        told = _Told(
            frozenset(pair for claim in claims for pair in _made(claim)),
            frozenset(_abreast(claims)),
            frozenset(_headed(claims)),
        )
        return [
            (self._sure(verdict), _ruling(verdict, case.sentence))
            for case in _cases(claims, guesses)
            for verdict in self._verdicts(case, told, explained)
        ]

    def _verdicts(self, case: _Case, told: _Told, explained: bool) -> Iterator[_Verdict]:
        heard = [self._heard(claim, case.guesses) for claim in case.claims]
        yield from heard
        topics = {_topic(verdict.claim) for verdict in heard}
        at_blows = any(map(_is_hostile, case.claims))
        at_one = any(map(self._binds, case.claims))
        alone = [one for guess in case.guesses for one in self._claims(guess, explained)]
        for share, claim in sorted(alone, key=lambda one: -one[0]):
            if _topic(claim) in topics:
                continue
            topics.add(_topic(claim))
            because = told.against(claim, case.sentence)
            if because is not None:
                yield _Verdict(claim, None, share, False, because)
                continue
            yield self._alone(share, claim, at_blows=at_blows, at_one=at_one)

    def _heard(self, claim: Claim, guesses: list[Guess]) -> _Verdict:
        """The first reader's claim beside what the second sees of the same pair."""
        if not guesses:
            return _Verdict(claim, claim, None, True, "the encoder was not asked")
        guess = max(guesses, key=lambda one: self._share(claim, one))
        share = self._share(claim, guess)
        if share >= self._trust.confirms:
            seen = Evidence(claim.evidence[0].span, rule(claim.kind, claim.predicate))
            both = replace(claim, evidence=(*claim.evidence, seen))
            if len(claim.evidence) == 1:
                # What rests on two passages ("he led it", "she replaced him") is not told by this one alone.
                both = self._second.amended(both, guess, self._trust.amends)
            return _Verdict(both, claim, share, True, "both readers see it")
        if _is_by_the_way(claim):
            return _Verdict(claim, claim, share, False, "that they fight tells of no attack")
        return _Verdict(claim, claim, share, True, "the frame is believed alone")

    def _binds(self, claim: Claim) -> bool:
        holds = claim.phase in ("holds", "begins") and claim.stance == "asserted"
        return holds and claim.predicate in self._bonds

    def _alone(self, share: float, claim: Claim, *, at_blows: bool, at_one: bool) -> _Verdict:
        """What the second reader says without the first.

        Args:
            at_blows: does the first tell that one of the two attacks the other?
            at_one: does it tell that they stand together? Then they fight only if the second is sure indeed.
        """
        if at_one and claim.predicate == "rivalry" and share < self._trust.amends:
            because = "a frame tells that the two stand together"
            return _Verdict(claim, None, share, False, because)
        if at_blows and claim.phase == "holds" and claim.predicate in self._bonds:
            return _Verdict(claim, None, share, False, "a frame tells that the two fight")
        sure = share >= self._trust.alone(claim.kind, claim.predicate)
        because = "sure enough" if sure else "not sure enough"
        return _Verdict(claim, None, share, sure, f"the encoder is {because} alone")

    def _sure(self, verdict: _Verdict) -> Claim:
        """The claim with the confidence that befits what both readers say."""
        claim, frame = verdict.claim, verdict.frame
        sure = self._calibration.confidence(
            claim.kind,
            frame.confidence if frame is not None else None,
            verdict.share,
            {role.role for role in claim.roles},
        )
        # The second reader's own claims come with how sure it is who their sides are.
        doubt = 1.0 if frame is not None else claim.confidence
        return replace(claim, confidence=round(sure * doubt, 3))

    def _share(self, claim: Claim, guess: Guess) -> float:
        """How far the second reader sees the claim's predicate between its sides, the same way round."""
        source = claim.role("source")
        forward = source is not None and _key(source) == _key(guess.couple.one)
        even = claim.kind == "relation" and claim.predicate in self._even
        return _shares(claim, guess).get((claim.predicate, forward or even), 0.0)

    def _claims(self, guess: Guess, doubted: bool) -> Iterator[tuple[float, Claim]]:
        """What the second reader is sure enough of, without the first; or all that it sees, however doubtful."""
        place = None in (guess.couple.one.actor, guess.couple.other.actor)
        for written, share in guess.weighed.relations.items():
            fits = (written[0] == "control") == place and self._second.may_be_told(guess, written)
            if fits and (doubted or share >= self._trust.alone("relation", written[0])):
                yield share, self._second.relation(guess, written)
        for written, share in guess.weighed.events.items():
            if not place and (doubted or share >= self._trust.alone("event", written[0])):
                yield share, self._second.event(guess, written)


def _cases(claims: Iterable[Claim], guesses: Iterable[Guess]) -> list[_Case]:
    """Claims and guesses by sentence and pair, in the order in which they come; a claim of which no guess is, alone."""
    cases: dict[tuple[int, frozenset[Key]], _Case] = {}
    starts: list[Span] = []
    for guess in guesses:
        sentence = Span(guess.words.start_char, guess.words.end_char)
        if not starts or starts[-1] != sentence:
            starts.append(sentence)
        key = sentence.start, frozenset((_key(guess.couple.one), _key(guess.couple.other)))
        cases.setdefault(key, _Case(sentence)).guesses.append(guess)
    for claim in claims:
        span = claim.evidence[0].span
        sentence = next((one for one in starts if one.start <= span.start < one.end), span)
        sides = frozenset(_key(role) for role in claim.roles if role.role in SIDES)
        cases.setdefault((sentence.start, sides), _Case(sentence)).claims.append(claim)
    return list(cases.values())


def _key(side: Side | Role) -> Key:
    return side.actor or side.span


def _topic(claim: Claim) -> tuple[str, str]:
    """What a sentence tells of a pair once: each of its relations, and a deed, which both readers may put differently."""
    return claim.kind, claim.predicate if claim.kind == "relation" else ""


def _is_by_the_way(claim: Claim) -> bool:
    """Is it an attack that the words for a rivalry tell of ("is at war with", "fights")? They may tell of no day's fight."""
    return claim.kind == "event" and claim.evidence[0].rule.startswith("relations.rivalry.")


def _is_hostile(claim: Claim) -> bool:
    return claim.stance == "asserted" and (
        claim.predicate == "assault" or (claim.predicate == "rivalry" and claim.phase != "ends")
    )


def _made(claim: Claim) -> Iterator[tuple[str, Key, Key]]:
    """What the claim tells with a result: each of its sides did not so much do it with that as come to be that."""
    result = claim.role("result")
    if result is not None:
        sides = (role for role in claim.roles if role.role in ("source", "target"))
        yield from ((claim.predicate, _key(side), _key(result)) for side in sides)


def _abreast(claims: Iterable[Claim]) -> Iterator[tuple[int, frozenset[Key]]]:
    """ "A and B clashed with C": every two of whom the same words tell that they fight the same third."""
    fighting: dict[tuple[str, Span], list[Key]] = {}
    for claim in claims:
        source, target = claim.role("source"), claim.role("target")
        if _is_hostile(claim) and source is not None and target is not None:
            what = claim.evidence[0].rule, target.span
            fighting.setdefault(what, []).append(_key(source))
    for (_, whom), together in fighting.items():
        yield from ((whom.start, frozenset(pair)) for pair in combinations(together, 2))


def _headed(claims: Iterable[Claim]) -> Iterator[tuple[int, Key]]:
    """ "Roe was appointed head of the Front by Poe", "Poe met Roe, head of the Front": of whom a frame tells who leads it."""
    for claim in claims:
        target = claim.role("target")
        if _is_of_leader(claim) and target is not None:
            yield target.span.start, _key(target)


def _is_of_leader(claim: Claim) -> bool:
    """Does it tell who leads, or comes to lead? Who leads no longer may stand beside the next."""
    return claim.predicate == "leadership" and claim.phase in ("holds", "begins")


def _between(claim: Claim) -> Iterator[tuple[str, Key, Key]]:
    """A claim's sides, either way round."""
    sides = [_key(role) for role in claim.roles if role.role in ("source", "target")]
    for one, other in (sides, sides[::-1]) if len(sides) == 2 else ():
        yield claim.predicate, one, other


def _shares(claim: Claim, guess: Guess) -> Mapping[tuple[str, bool], float]:
    return guess.weighed.relations if claim.kind == "relation" else guess.weighed.events


def _ruling(verdict: _Verdict, sentence: Span) -> Ruling:
    claim = verdict.claim
    return Ruling(
        sentence=sentence,
        sides=tuple(role.span for role in claim.roles),
        says=said(claim),
        frame=verdict.frame.evidence[0].rule if verdict.frame else None,
        confidence=verdict.frame.confidence if verdict.frame else None,
        share=verdict.share,
        kept=verdict.kept,
        because=verdict.because,
    )
