"""Who says a claim, how that speaker stands to what is claimed, and what follows for its weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, cast

from allegiance.lexicon.conflicting import Conflicting
from allegiance.query.chart import Pair
from allegiance.query.stories import articles
from allegiance.records.answer import Report
from allegiance.records.claim import Stance
from allegiance.records.conflict import ConflictKind, Side, Standing, Voice
from allegiance.records.network import Losses
from allegiance.records.when import When
from allegiance.resolve.actors import Cast
from allegiance.store.contested import Key
from allegiance.store.ledgers import Account


class Voices:
    """Weighs claims by one table.

    Args:
        tied: who was one side with whom at any time (`Chart.tied`).
        cited: the reports of all claims.
    """

    def __init__(
        self, cast: Cast, tied: Collection[Pair], rules: Conflicting, cited: Mapping[str, Report]
    ) -> None:
        self._cast = cast
        self._rules = rules
        self._cited = cited
        self._tied = tied

    def one_side(self, one: str, other: str) -> bool:
        """Is what one does the other's doing too? By ties of any time."""
        return one == other or (min(one, other), max(one, other)) in self._tied

    def actor(self, referent: str | None) -> str | None:
        """The actor's id; None where the words name nobody."""
        return self._cast.actor_of.get(referent or "")

    def named(self, told: Iterable[Account]) -> Iterator[Key]:
        """The actors whom some claims name as parties or speakers."""
        keys = (key for one in told for key in (one.source, one.target, one.result, one.speaker))
        found = {self.actor(key) for key in keys if key is not None}
        return (("actor", one) for one in found if one is not None)

    def side(
        self,
        about: ConflictKind,
        told: Iterable[Account],
        *,
        predicate: str,
        holds: bool = True,
        phase: Literal["holds", "begins", "ends"] | None = None,
        actor: str | None = None,
        toll: Losses | None = None,
        when: When | None = None,
    ) -> Side:
        """What some claims say together."""
        told = list(told)
        heard = [(self._voice(about, account), account) for account in told]
        heard.sort(key=lambda pair: (-pair[0].weight, pair[1].known_on, pair[0].claim_id))
        best: defaultdict[str, float] = defaultdict(float)
        for voice, account in heard:
            best[account.witness] = max(best[account.witness], voice.weight)
        return Side(
            holds=holds,
            predicate=predicate,
            phase=phase,
            actor=actor,
            toll=toll,
            when=when,
            weight=_together(best.values()),
            reports=len(articles(told)),
            witnesses=len(best),
            voices=tuple(voice for voice, _ in heard),
        )

    def _voice(self, about: ConflictKind, account: Account) -> Voice:
        standing = self._standing(account)
        speaker = self.actor(account.speaker)
        kind = self._cast.actors[speaker].kind if speaker is not None else None
        row = self._rules.voice(about, standing, account.stance, kind)
        return Voice(
            claim_id=account.claim_id,
            standing=standing,
            speaker=speaker,
            stance=cast(Stance, account.stance),
            weight=round(row.weight * account.confidence, 4),
            confidence=account.confidence,
            rule=row.id,
            because=row.because,
            report=self._cited[account.article_id],
        )

    def _standing(self, account: Account) -> Standing:
        speaker = self.actor(account.speaker)
        if speaker is None:
            return "nobody" if account.stated else "report"
        source, target = self.actor(account.source), self.actor(account.target)
        if speaker in (source, target):
            return "source" if speaker == source else "target"
        if source is not None and self.one_side(speaker, source):
            return "source"
        return "target" if target is not None and self.one_side(speaker, target) else "other"


def _together(weights: Iterable[float]) -> float:
    """One minus the chance that all err, were they independent."""
    doubt = 1.0
    for weight in sorted(weights):
        doubt *= 1.0 - weight
    return round(1.0 - doubt, 4)
