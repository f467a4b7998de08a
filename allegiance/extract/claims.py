"""Claims: relations and events, read by the frames of the lexicon over the parse.

One walk gives both, as most frames make a relation and an event of the same words ("A clashed with B").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract._cast import Cast
from allegiance.extract._circumstance import Circumstances
from allegiance.extract._frames import Instance, instances
from allegiance.extract._parties import Parties, Party
from allegiance.extract._stance import Context, context
from allegiance.lexicon.frames import Form
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.stance import StanceWords
from allegiance.reading import Reading
from allegiance.records.bundle import Found
from allegiance.records.canonical import digest
from allegiance.records.claim import Claim, Codes, Evidence, Phase, Role, RoleName, Stance
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

NEEDS = ("coreference", "places", "statements")
# Events that are worth telling though nobody is said to have done them.
UNSIGNED = frozenset(("assault", "coerce"))
# Chosen by reading claims of each kind: a hedge, a pronoun, an absent party each make an error likelier.
WEAKER = {"alleged": 0.6, "planned": 0.8, "requested": 0.8, "threatened": 0.8, "denied": 0.9}
MOST_PAIRS = 12
BOTH = frozenset(("two", "both"))
# What these introduce is more often where it happened than to whom.
LOCATIVE = frozenset(("in", "at", "near", "on", "inside", "outside", "around", "along", "under"))


def extract(reading: Reading, found: Found, lexicon: Lexicon) -> Found:
    """Add the claims of an article, in text order; none rests on furniture."""
    cast = Cast(reading.doc, found.referents)
    parties = Parties(cast, found.referents, found.places)
    circumstances = Circumstances(reading, found)
    claims: dict[tuple[object, ...], Claim] = {}
    for instance in instances(reading.doc, lexicon.frames):
        if circumstances.is_furniture(instance.trigger):
            continue
        around = context(instance.trigger, lexicon.stance)
        if around.supposed:
            continue
        for claim in _claims(instance, around, parties, circumstances, lexicon.stance):
            key = (instance.trigger.sent.start, *_meaning(claim, mutual=instance.frame.mutual))
            if key not in claims or claims[key].confidence < claim.confidence:
                claims[key] = claim
    numbered = [replace(claim, id=_id(reading.article.id, claim)) for claim in claims.values()]
    numbered.sort(key=lambda claim: (claim.evidence[0].span, claim.id))
    return replace(found, claims=(*found.claims, *numbered))


def _meaning(claim: Claim, *, mutual: bool) -> tuple[object, ...]:
    """What two claims of one sentence have in common that say the same in other words."""
    sides: tuple[object, ...] = tuple((role.role, role.actor or role.span) for role in claim.roles)
    if mutual:
        sides = tuple(sorted(str(role.actor or role.span) for role in claim.roles))
    return claim.kind, claim.predicate, claim.phase, claim.stance, sides


def _id(article: str, claim: Claim) -> str:
    return digest(
        "claim",
        article,
        claim.kind,
        claim.predicate,
        claim.phase,
        claim.stance,
        claim.roles,
        claim.when,
        claim.where,
        claim.toll,
        claim.codes,
        claim.evidence,
    )


def _claims(
    instance: Instance,
    around: Context,
    parties: Parties,
    circumstances: Circumstances,
    words: StanceWords,
) -> Iterator[Claim]:
    for written in instance.forms:
        form = _converted(written, around, words)
        if form is None:
            continue
        phase, stance = _settled(form, around)
        for roles in _castings(instance, form, parties):
            yield _claim(instance, form, phase, stance, roles, circumstances)


def _converted(form: Form, around: Context, words: StanceWords) -> Form | None:
    """The event that is left of one that is announced, demanded or ruled out; None where nothing is."""
    if form.kind == "relation":
        return form
    effect = around.strongest()
    if around.negated:
        effect = (
            "ruled-out" if effect == "planned" else "denied" if effect == "denied" else "negated"
        )
    if effect is None and around.purpose:
        return None
    if effect is None or effect in ("alleged", "denied"):
        return None if effect == "denied" and around.negated else form
    conversion = words.conversions.get((effect, form.predicate))
    if conversion is None:
        return None
    if conversion.to is None:
        return form
    return replace(
        form, predicate=conversion.to, cameo=conversion.cameo, plover=conversion.to.upper()
    )


def _settled(form: Form, around: Context) -> tuple[Phase | None, Stance]:
    """Phase and stance in this context."""
    if form.kind == "relation":
        return _relation_state(form, around)
    effect = around.strongest()
    stance: Stance = form.stance or "asserted"
    if effect == "alleged":
        stance = "alleged"
    elif effect == "denied":
        stance = "denied"
    return None, stance


def _relation_state(form: Form, around: Context) -> tuple[Phase, Stance]:
    phase: Phase = form.phase or "holds"
    effect = around.strongest()
    if around.phase == "ends" and phase in ("holds", "begins"):
        phase = "ends"
    elif around.phase == "begins" and phase == "holds":
        phase = "begins"
    if around.phase in ("sought", "refused") or effect in ("sought", "refused"):
        state = "refused" if "refused" in (around.phase, effect) else "sought"
        return ("refused" if state == "refused" else "sought"), "asserted"
    if around.negated:
        return _negated(phase, effect)
    if effect is None and around.purpose and phase != "holds":
        effect = "planned"
    stance: Stance = form.stance or "asserted"
    if effect == "denied":
        return ("holds" if phase == "begins" else phase), "denied"
    if effect == "alleged":
        stance = "alleged"
    elif effect == "planned":
        stance = "planned"
    elif effect == "threatened":
        stance = "threatened"
    elif effect == "requested":
        stance = "requested"
    return phase, stance


def _negated(phase: Phase, effect: str | None) -> tuple[Phase, Stance]:
    if phase == "ends":
        return "holds", "asserted"
    if effect in ("denied", "alleged"):
        return phase, "alleged"
    return "holds", "denied"


def _castings(
    instance: Instance, form: Form, parties: Parties
) -> Iterator[list[tuple[RoleName, Party]]]:
    """Every way in which parties take the roles of a form: one a pair."""
    sources = _fill(instance, form, "source", parties)
    targets = _fill(instance, form, "target", parties)
    asides: tuple[RoleName, RoleName] = ("place", "result")
    extras = [
        (role, party) for role in asides for party in _fill(instance, form, role, parties)[:1]
    ]
    if form.slot("place") and not any(role == "place" for role, _ in extras):
        return
    for source, target in _pairs(instance, form, parties, sources, targets):
        roles: list[tuple[RoleName, Party]] = []
        if source is not None:
            roles.append(("source", source))
        if target is not None:
            roles.append(("target", target))
        roles.extend((role, party) for role, party in extras if party not in (source, target))
        yield roles


def _pairs(
    instance: Instance,
    form: Form,
    parties: Parties,
    sources: list[Party],
    targets: list[Party],
) -> Iterator[tuple[Party | None, Party | None]]:
    both = [
        party
        for slot in instance.frame.parties
        for token in instance.arguments.parties(slot)
        if (party := parties.of(token, "source", form)) is not None
    ]
    if len(both) >= 2:
        yield from _each_pair(both)
        return
    if instance.frame.mutual and not targets:
        sources = _counterparts(instance, sources, parties)
        if len(sources) >= 2 and not instance.frame.forms[0].implied:
            yield from _each_pair(sources)
            return
    if both and not targets and sources and both[0] not in sources:
        targets = both
    if form.kind == "relation":
        yield from _full_pairs(form, sources, targets, mutual=instance.frame.mutual)
    else:
        yield from _event_pairs(form, sources, targets)


def _counterparts(instance: Instance, sources: list[Party], parties: Parties) -> list[Party]:
    """ "The two groups clashed": the two that were named before."""
    if len(sources) != 1:
        return sources
    for slot in instance.forms[0].slot("source"):
        for token in instance.arguments.get(slot):
            both = {child.lower_ for child in token.lefts} | {token.lower_}
            if both & BOTH:
                return parties.pair_before(token) or sources
    return sources


def _each_pair(both: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Every two parties; of "A, B and C against ..." each with each."""
    pairs = [
        (one, other)
        for place, one in enumerate(both)
        for other in both[place + 1 :]
        if not one.same(other)
    ]
    yield from pairs[:MOST_PAIRS]


def _full_pairs(
    form: Form, sources: list[Party], targets: list[Party], *, mutual: bool
) -> Iterator[tuple[Party | None, Party | None]]:
    """A relation needs both its parties; one that holds a place needs no target."""
    if form.implied:
        sources = [party for party in sources if party.armed]
        targets = [party for party in targets if party.armed]
    if form.slot("place") and not form.slot("target"):
        for source in sources:
            yield source, None
        return
    if mutual and not targets and len(sources) == 1 and sources[0].plural:
        yield sources[0], sources[0]
        return
    pairs = [(s, t) for s in sources for t in targets if not s.same(t)]
    yield from pairs[:MOST_PAIRS]


def _event_pairs(
    form: Form, sources: list[Party], targets: list[Party]
) -> Iterator[tuple[Party | None, Party | None]]:
    nobody: list[Party | None] = [None]
    pairs = [(s, t) for s in sources or nobody for t in targets or nobody if _differ(s, t)]
    for source, target in pairs[:MOST_PAIRS]:
        if form.actors and (
            source is None or target is None or None in (source.actor, target.actor)
        ):
            continue
        if source is not None or (form.predicate in UNSIGNED and target is not None):
            yield source, target


def _differ(one: Party | None, other: Party | None) -> bool:
    return one is None or other is None or not one.same(other)


def _fill(instance: Instance, form: Form, role: RoleName, parties: Parties) -> list[Party]:
    """The parties of the first slot that names an actor; else of the one whose words are likeliest to be meant."""
    worded: list[tuple[int, int, list[Party]]] = []
    for order, slot in enumerate(form.slot(role)):
        found = _parties(instance, form, role, slot, parties)
        if any(party.actor is not None for party in found) or (found and role == "place"):
            return found
        if found:
            rank = 2 if slot in LOCATIVE else 0 if found[0].proper else 1
            worded.append((rank, order, found))
    return min(worded, key=lambda entry: entry[:2])[2] if worded else []


def _parties(
    instance: Instance, form: Form, role: RoleName, slot: str, parties: Parties
) -> list[Party]:
    tokens: list[Token] = instance.arguments.get(slot)
    found = [parties.of(token, role, form) for token in tokens if token.i != instance.trigger.i]
    return [party for party in found if party is not None]


def _claim(
    instance: Instance,
    form: Form,
    phase: Phase | None,
    stance: Stance,
    roles: list[tuple[RoleName, Party]],
    circumstances: Circumstances,
) -> Claim:
    trigger = instance.trigger
    span = Span(trigger.idx, trigger.idx + len(trigger))
    for _, party in roles:
        span = span.joined(party.span)
    confidence = form.confidence * WEAKER.get(stance, 1.0)
    for _, party in roles:
        confidence *= party.certainty
    codes = (
        Codes(form.cameo, form.plover or form.predicate.upper()) if form.kind == "event" else None
    )
    return Claim(
        id="",
        kind=form.kind,
        predicate=form.predicate,
        phase=phase,
        stance=stance,
        roles=tuple(Role(role, party.actor, party.span) for role, party in roles),
        evidence=(Evidence(span, instance.frame.id),),
        confidence=round(confidence, 3),
        when=circumstances.when(trigger),
        where=circumstances.where(trigger) if form.kind == "event" else None,
        toll=circumstances.toll(trigger) if form.predicate in ("assault", "coerce") else (),
        statement=circumstances.statement(trigger),
        codes=codes,
    )
