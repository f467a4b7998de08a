"""Claims: relations and events, read by the frames of the lexicon over the parse.

One walk gives both, as most frames make a relation and an event of the same words ("A clashed with B").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from allegiance.extract._cast import Cast
from allegiance.extract._claiming.across import Draft, numbered, taken_up, turned, without_repeats
from allegiance.extract._claiming.circumstance import Circumstances, Reach
from allegiance.extract._claiming.denials import taken_back
from allegiance.extract._claiming.handover import handed_over
from allegiance.extract._claiming.happenings import with_places
from allegiance.extract._claiming.holdings import Holdings
from allegiance.extract._claiming.incidents import Deed, with_means
from allegiance.extract._claiming.means import BARE, sharpened, with_mode
from allegiance.extract._claiming.pairing import Casting, castings
from allegiance.extract._claiming.parties import Parties
from allegiance.extract._claiming.settling import Phases, settled
from allegiance.extract._claiming.stance import Context, context, is_predicated
from allegiance.extract._claiming.weight import Weights
from allegiance.extract._framing.frames import Instance, instances
from allegiance.extract._weighing.judge import Judge
from allegiance.extract._weighing.second import Second, guesses
from allegiance.lexicon.frames import Form
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.ontology import Ontology
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.claim import Claim, ClaimKind, Codes, Evidence, Phase, Role, Stance
from allegiance.records.ruling import Ruling, said
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

NEEDS = ("coreference", "dates", "places", "statements", "tolls")
# Set by hand, not yet learned from labels: a hedge makes an error likelier, in the text and in the reading of it.
WEAKER = {"alleged": 0.6, "planned": 0.8, "requested": 0.8, "threatened": 0.8, "denied": 0.9}
TOLLED = frozenset(("assault", "coerce"))


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the claims of an article, in text order; none rests on furniture."""
    cast = Cast(reading.doc, found.referents)
    holdings = Holdings(cast, found.places, reading.article.dateline, lexicon)
    scene = _Scene(
        lexicon=lexicon,
        phases={kind.predicate: kind.phases for kind in lexicon.ontology.relations},
        parties=Parties(cast, found, holdings, lexicon),
        circumstances=Circumstances(reading, found, cast, lexicon),
        deeds=[],
        means=[],
    )
    guessed = guesses(reading, reading.pairs, found) if reading.pairs is not None else ()
    told = _told_by_frames(reading, cast, scene) if reading.manner.readers != "encoder" else []
    judged = _judge(reading, found, scene).judged(told, guessed, explained=reading.manner.explained)
    judged = _weighed(judged, found, lexicon)
    kept = [
        with_mode(claim, scene.means) if _is_of_encoder(claim) else claim
        for claim, ruling in judged
        if ruling.kept
    ]
    denied = _denied(kept, reading, cast, scene)
    claims = numbered([*kept, *denied], reading.article.id)
    rulings = (*(ruling for _, ruling in judged), *map(_taken_back, denied))
    rulings = rulings if reading.manner.explained else ()
    return replace(found, claims=(*found.claims, *claims), rulings=rulings)


def _denied(kept: list[Claim], reading: Reading, cast: Cast, scene: _Scene) -> list[Claim]:
    """What is denied without being named again."""
    words, bonds = scene.lexicon.stance, scene.lexicon.signs.positive
    return list(taken_back(kept, reading.doc, cast, scene.circumstances, words, bonds))


def _taken_back(claim: Claim) -> Ruling:
    answer = claim.evidence[0]
    return Ruling(
        sentence=answer.span,
        sides=tuple(role.span for role in claim.roles),
        says=said(claim),
        frame=answer.rule,
        confidence=claim.confidence,
        share=None,
        kept=True,
        because="what was told just before is denied",
    )


def _is_of_encoder(claim: Claim) -> bool:
    return claim.evidence[0].rule.startswith("encoder.")


def _weighed(
    judged: list[tuple[Claim, Ruling]], found: Found, lexicon: Lexicon
) -> list[tuple[Claim, Ruling]]:
    """The same, but what matters to no conflict is not kept."""
    # An attack that the words for a war tell of is not kept, but what is at war is at arms.
    told = [claim for claim, ruling in judged if ruling.kept or ruling.frame is not None]
    weights = Weights(found.referents, told, lexicon.index)
    idle = "it matters to no conflict"
    return [
        (claim, ruling)
        if not ruling.kept or weights.matters(claim)
        else (claim, replace(ruling, kept=False, because=idle))
        for claim, ruling in judged
    ]


def _told_by_frames(reading: Reading, cast: Cast, scene: _Scene) -> list[Claim]:
    drafts: list[Draft] = []
    said: set[tuple[int, ClaimKind]] = set()
    for instance in instances(reading.doc, cast, scene.lexicon):
        if not scene.circumstances.is_furniture(instance.trigger):
            drafts += _drafts(instance, scene, drafts, said)
    placed = with_places(
        handed_over(turned(drafts)), reading.doc, scene.circumstances, scene.lexicon
    )
    whole = with_means(placed, scene.deeds, reading.doc, scene.lexicon.counting)
    return without_repeats(whole, _even(scene.lexicon.ontology))


def _judge(reading: Reading, found: Found, scene: _Scene) -> Judge:
    ontology = scene.lexicon.ontology
    second = Second(reading.doc, found, scene.circumstances, ontology)
    return Judge(
        scene.lexicon.trust,
        scene.lexicon.calibration,
        even=_even(ontology),
        bonds=frozenset(scene.lexicon.signs.positive),
        second=second,
    )


def _even(ontology: Ontology) -> frozenset[str]:
    """The relations whose sides are each other's."""
    return frozenset(kind.predicate for kind in ontology.relations if kind.symmetric)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What every claim of one article is read against, and what its words for attacks say of the means."""

    lexicon: Lexicon
    phases: Phases
    parties: Parties
    circumstances: Circumstances
    deeds: list[Deed]
    means: list[tuple[Token, Form]]


def _drafts(
    instance: Instance, scene: _Scene, before: list[Draft], said: set[tuple[int, ClaimKind]]
) -> list[Draft]:
    """The claims of one frame, of the kinds that no better frame has made of the same words already.

    Args:
        said: tokens and the kinds of claim made of them; gets what is made here.
    """
    around = context(instance.trigger, scene.lexicon.stance, said_of=instance.frame.bearer)
    if around.supposed:
        return []
    made: list[Draft] = []
    scene.means.extend(_means(instance, scene.lexicon))
    for form in instance.frame.forms:
        if (instance.trigger.i, form.kind) not in said and (made or not form.beside):
            made += _drafts_of(instance, form, around, scene, before)
    kinds = {draft.form.kind for draft in made if not draft.form.implied}
    said.update((word, kind) for word in instance.words for kind in kinds)
    return made


def _means(instance: Instance, lexicon: Lexicon) -> Iterator[tuple[Token, Form]]:
    """A word that tells by what means force was used, whoever used it."""
    for form in instance.frame.forms:
        told = sharpened(form, instance, lexicon)
        if (told.plover or "").startswith(f"{BARE}/") and not told.by:
            yield instance.trigger, told


def _drafts_of(
    instance: Instance, written: Form, around: Context, scene: _Scene, before: list[Draft]
) -> Iterator[Draft]:
    state = settled(written, around, scene.lexicon.stance, scene.phases)
    if state is None:
        return
    form, phase, stance = state
    if form.implied and stance == "denied":
        # An attack that is denied says nothing of whether they are at odds.
        return
    form = sharpened(form, instance, scene.lexicon)
    claims = []
    found = list(castings(instance, form, scene.parties))
    for casting in found or taken_up(instance, form, scene.parties, before):
        claim = _claim(instance, form, phase, stance, casting, scene.circumstances)
        if _tells(claim, casting, instance):
            claims.append(claim)
    if form.predicate == "assault" and (claims or _is_deed(instance, form)):
        scene.deeds.append(_deed(instance, form, claims, scene.circumstances))
    yield from (Draft(claim, instance, form) for claim in claims)


def _is_deed(instance: Instance, form: Form) -> bool:
    """Does a verb say that it was done, though by and to nobody ("A bomb exploded")?"""
    return instance.arguments.sort == "verb" and not form.by


def _deed(
    instance: Instance, form: Form, claims: list[Claim], circumstances: Circumstances
) -> Deed:
    when = circumstances.when(instance.trigger, reach="sentence")
    doer = claims[0].role("source") if claims else None
    return Deed(
        instance.trigger,
        form,
        when,
        circumstances.where(instance.trigger),
        doer.actor if doer is not None else None,
    )


def _tells(claim: Claim, casting: Casting, instance: Instance) -> bool:
    """Does an attack that only a noun names have a sufferer? "After the attack" tells of none that is new."""
    if claim.predicate != "assault" or instance.arguments.sort != "noun" or claim.toll:
        return True
    if instance.arguments.get("answerable"):
        return True
    if instance.frame.under and claim.role("source") is not None and claim.role("target"):
        # "launched airstrikes against a camp"
        return True
    return any(
        role in ("target", "place") and (party.actor is not None or party.proper)
        for role, party in casting
    )


def _claim(
    instance: Instance,
    form: Form,
    phase: Phase | None,
    stance: Stance,
    casting: Casting,
    circumstances: Circumstances,
) -> Claim:
    trigger, event = instance.trigger, form.kind == "event"
    span = Span(trigger.idx, trigger.idx + len(trigger))
    confidence = form.confidence * WEAKER.get(stance, 1.0)
    for _, party in casting:
        span = span.joined(party.span)
        confidence *= party.certainty
    return Claim(
        id="",
        kind=form.kind,
        predicate=form.predicate,
        phase=phase,
        stance=stance,
        roles=tuple(Role(role, party.actor, party.span) for role, party in casting),
        evidence=(Evidence(span, instance.frame.id),),
        confidence=round(confidence, 3),
        when=circumstances.when(trigger, reach=_reach(instance, phase)),
        where=circumstances.where(trigger) if event else None,
        toll=circumstances.toll(trigger) if event and form.predicate in TOLLED else (),
        statement=circumstances.statement(trigger),
        codes=Codes(form.cameo, form.plover or form.predicate.upper()) if event else None,
    )


def _reach(instance: Instance, phase: Phase | None) -> Reach:
    """What begins or happens is dated by its sentence, what holds by its clause, what a title says by its own words.

    "The former wing of the Front attacked on Monday": on Monday nothing ended.
    """
    if instance.frame.bearer and not is_predicated(instance.trigger):
        return "phrase"
    return "clause" if phase == "holds" else "sentence"
