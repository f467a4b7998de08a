"""What "X denied it" takes back: relations that the article had somebody allege just before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast
from allegiance.extract._claiming.circumstance import Circumstances
from allegiance.lexicon.stance import Answers, StanceWords
from allegiance.records.claim import Claim, Evidence
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

RULE = "stance.answers"
# How sure a claim that a pronoun takes up is, beside the claim that it takes up.
SURE = 0.8
SUBJECTS = frozenset(("nsubj", "nsubjpass"))


def taken_back(
    claims: Sequence[Claim],
    doc: Doc,
    cast: Cast,
    circumstances: Circumstances,
    words: StanceWords,
    bonds: Collection[str],
) -> Iterator[Claim]:
    """The relations among the claims that somebody denies in the same sentence or the next, without naming them again.

    Args:
        bonds: relations of those who stand together; who denies an attack does not deny that he is at war.
    """
    told = [claim for claim in claims if claim.predicate in bonds and _may_be_denied(claim)]
    before: Words | None = None
    for sentence in doc.sents if told else ():
        for verb, who in _denials(sentence, words):
            if circumstances.is_furniture(verb):
                continue
            meant = _among(told, sentence.start_char, who.left_edge.idx, who, cast)
            if not meant and before is not None and verb.dep_ != "relcl":
                meant = _among(told, before.start_char, before.end_char, who, cast)
            statement = circumstances.said_with(verb)
            yield from (_turned(claim, verb, who, statement) for claim in meant)
        before = sentence


def _denials(sentence: Words, words: StanceWords) -> Iterator[tuple[Token, Token]]:
    """The verbs of a sentence that deny what was said before, with their subjects."""
    for verb in sentence:
        if any(child.dep_ == "neg" for child in verb.children):
            continue
        lemma = verb.lemma_.lower()
        if lemma in words.answers.calling:
            who = _who_calls_it_untrue(verb, words)
        elif (
            words.governors.get(lemma) == "denied"
            or lemma in words.untrue.verbs | words.answers.verbs
        ):
            who = _who_denies(verb, words.answers)
        else:
            continue
        if who is not None:
            yield verb, who


def _turned(claim: Claim, verb: Token, who: Token, statement: str | None) -> Claim:
    first, last = sorted((verb, who), key=lambda token: token.i)
    answer = Evidence(Span(first.idx, last.idx + len(last)), RULE)
    return replace(
        claim,
        stance="denied",
        evidence=(answer, *claim.evidence),
        confidence=round(claim.confidence * SURE, 3),
        statement=statement,
    )


def _may_be_denied(claim: Claim) -> bool:
    """Is it a relation that is said to be or to have been? What was only sought is refused."""
    told = claim.stance in ("asserted", "alleged") and claim.phase not in ("sought", "refused")
    return told and claim.kind == "relation"


def _who_calls_it_untrue(verb: Token, words: StanceWords) -> Token | None:
    """The subject of "called it nonsense"; the parser often hangs "that" of "called that nonsense" on the noun."""
    called = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in words.answers.pronouns
    called = called or any(_takes_up(token, words.answers) for token in verb.rights)
    untrue = any(token.lemma_.lower() in words.untrue.words for token in verb.subtree)
    return _subject(verb) if called and untrue else None


def _who_denies(verb: Token, words: Answers) -> Token | None:
    """The subject of a denial of what was said before; of "it was denied by X", X."""
    subject = _subject(verb)
    if subject is not None and subject.dep_ == "nsubjpass":
        agents = syntax.prepositional(verb, "by")
        return agents[0] if agents and _takes_up(subject, words) else None
    aside = verb.dep_ == "relcl" and verb.head.lemma_ in words.nouns
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    return subject if aside or any(_takes_up(one, words) for one in objects) else None


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)


def _takes_up(token: Token, words: Answers) -> bool:
    """ "It", "this", "the charge", "any such links"."""
    if token.lower_ in words.pronouns:
        return token.dep_ != "det"
    definite = any(child.lower_ in words.definite for child in token.lefts)
    clause = any(child.dep_ in ("acl", "relcl", "prep", "ccomp") for child in token.rights)
    return token.lemma_.lower() in words.nouns and definite and not clause


def _among(told: Sequence[Claim], start: int, end: int, who: Token, cast: Cast) -> list[Claim]:
    """The claims of a stretch that may be meant: those on who denies, or the one that is not in the article's own voice."""
    here = [one for one in told if start <= one.evidence[0].span.start < end]
    here = [one for one in here if one.evidence[0].span.end <= end]
    part = cast.headed_by(who) or cast.covering(who)
    actor = part.referent.id if part is not None else None
    own = [one for one in here if actor in (role.actor for role in one.roles)]
    said = [one for one in own or here if one.stance == "alleged" or one.statement is not None]
    meant = said or own
    return meant if len({_sides(one) for one in meant}) == 1 else []


def _sides(claim: Claim) -> frozenset[str | None]:
    return frozenset(role.actor for role in claim.roles)
