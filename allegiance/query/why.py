"""Where a claim comes from: its sentence with the words lit, who says it, the rule that read it, the article, the run."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from allegiance.errors import UnknownName
from allegiance.lexicon.ontology import Ontology
from allegiance.lexicon.rules import rule_line
from allegiance.query.pointing import named_by
from allegiance.query.reviewing import located
from allegiance.records.answer import Explanation, Light, Party, Saying
from allegiance.records.claim import Claim, RoleName
from allegiance.records.decision import REVIEW, Decision, corrected
from allegiance.records.judgement import referent_id
from allegiance.records.span import Span
from allegiance.resolve.actors import Cast
from allegiance.resolve.standing import standing
from allegiance.store.decisions import decisions_on
from allegiance.store.in_full import ClaimInStore, claims_in_store
from allegiance.store.lookups import claims_beginning
from allegiance.store.store import Store

PREFIX = "claim-"
# A stop with white space behind it, or an empty line: good enough to show the words around a span.
SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])|\n\s*\n")
# Of a text without stops, so much around the words.
MOST_AROUND = 400


class Explaining(NamedTuple):
    """What claims are explained from.

    Attributes:
        rules: the folder with the data files.
    """

    store: Store
    cast: Cast
    ontology: Ontology
    rules: Path

    def why(self, typed: str, *, as_read: bool = False) -> Explanation:
        """Explain a claim.

        Args:
            typed: its id, or the first characters of it; `claim-` may be left out.
            as_read: as if nobody had decided on it.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        (found,) = self.several([full_id(self.store, typed)], as_read=as_read)
        return found

    def several(
        self, claim_ids: Iterable[str], *, as_read: bool = False
    ) -> tuple[Explanation, ...]:
        """Explain claims, each once, in the order given; those that are not in the store are left out."""
        ids = tuple(dict.fromkeys(claim_ids))
        there = claims_in_store(self.store, ids)
        decided = {} if as_read else _decisions(self.store, there.values())
        return tuple(
            self._explained(there[one], tuple(decided.get(one, ()))) for one in ids if one in there
        )

    def _explained(self, found: ClaimInStore, decisions: tuple[Decision, ...]) -> Explanation:
        claim = found.claim
        last = decisions[-1].choice.correction if decisions else None
        named = named_by(self.store, found.report.article_id, last) if last is not None else {}
        outcome = corrected(claim, last, _ids(named)) if last is not None else None
        passage = sentence_around(found.text, extent(claim))
        lights = _lights(found, outcome or claim, passage)
        return Explanation(
            claim=claim,
            definition=_definition(self.ontology, outcome or claim),
            parties=tuple(_parties(found, outcome or claim, self.cast, named)),
            sentence=passage.of(found.text),
            start=passage.start,
            lights=tuple(sorted(lights, key=lambda light: (light.span, light.what))),
            saying=_saying(found),
            rules=tuple(rule_line(one.rule, self.rules) for one in claim.evidence),
            report=found.report,
            run=found.run,
            current=found.current,
            decisions=decisions,
            corrected=outcome,
        )


def sentence_around(text: str, span: Span) -> Span:
    """The sentence, or sentences, that hold a span.

    >>> text = "They left. The front broke away. It rained."
    >>> sentence_around(text, Span(15, 20)).of(text)
    'The front broke away.'
    """
    floor = max(0, span.start - MOST_AROUND)
    roof = min(len(text), span.end + MOST_AROUND)
    start, end = floor, roof
    for match in SENTENCE_END.finditer(text, floor, span.start + 1):
        if match.end() <= span.start:
            start = match.end()
    # Looked for from the last character on: it may be the stop itself.
    after = SENTENCE_END.search(text, span.end - 1, roof)
    if after is not None:
        end = max(span.end, after.start() + len(after.group().rstrip()))
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def extent(claim: Claim) -> Span:
    """From the first word of the evidence to the last; stretches far apart are not bridged."""
    words, *others = (piece.span for piece in claim.evidence)
    for span in (*others, *(role.span for role in claim.roles)):
        joined = words.joined(span)
        if joined.end - joined.start <= 2 * MOST_AROUND:
            words = joined
    return words


def full_id(store: Store, typed: str) -> str:
    """The id of the one claim that begins so; `claim-` may be left out.

    Raises:
        UnknownName: no claim has that id, or several begin so.
    """
    prefix = typed.strip() if typed.strip().startswith(PREFIX) else PREFIX + typed.strip()
    found = claims_beginning(store, prefix)
    if prefix in found:
        return prefix
    if len(found) == 1:
        return found[0]
    if not found:
        raise UnknownName(f"no claim's id begins with {typed!r}; `network --format json` lists ids")
    raise UnknownName(
        f"{len(found)} claims or more begin with {typed!r}; give more of: {', '.join(found)}", found
    )


def _decisions(store: Store, found: Iterable[ClaimInStore]) -> dict[str, list[Decision]]:
    """The decisions that stand on claims, by the id that these have now."""
    made = decisions_on(store, {one.report.article_id for one in found})
    stand = [one for one in standing(made) if one.choice.verdict in REVIEW]
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for one, claim_id in located(store, stand):
        if claim_id is not None:
            decided[claim_id].append(one)
    return decided


def _definition(ontology: Ontology, claim: Claim) -> str:
    """What the predicate means; "support" is a relation and an event, so the kind has to be asked."""
    if claim.kind == "relation":
        return ontology.relation(claim.predicate).definition
    return ontology.event(claim.predicate).definition


def _ids(named: Mapping[RoleName, str | None]) -> dict[RoleName, str]:
    return {role: referent_id(key) for role, key in named.items() if key is not None}


def _parties(
    found: ClaimInStore, claim: Claim, cast: Cast, named: Mapping[RoleName, str | None]
) -> Iterator[Party]:
    for role in claim.roles:
        key, _ = found.referents.get(role.actor or "", (None, None))
        key = named.get(role.role, key)
        actor = cast.actors.get(cast.actor_of.get(key or "", ""))
        yield Party(role.role, role.span.of(found.text), actor)


def _lights(found: ClaimInStore, claim: Claim, passage: Span) -> Iterator[Light]:
    spans = [(piece.span, "evidence") for piece in claim.evidence]
    spans += [(role.span, role.role) for role in claim.roles]
    if found.statement is not None:
        told = found.statement
        spans += [(told.speaker_span, "speaker")] if told.speaker_span else []
        spans += [(told.cue_span, "cue")] if told.cue_span else []
    for span, what in spans:
        if passage.holds(span):
            yield Light(Span(span.start - passage.start, span.end - passage.start), what)


def _saying(found: ClaimInStore) -> Saying | None:
    told = found.statement
    if told is None:
        return None
    _, named = found.referents.get(told.speaker or "", (None, None))
    words = told.speaker_span.of(found.text) if told.speaker_span else None
    return Saying(
        speaker=named or words,
        cue=told.cue_span.of(found.text) if told.cue_span else None,
        content=told.content_span.of(found.text),
        direct=told.direct,
        via=tuple(f"{one.name} ({one.how})" for one in told.via),
    )
