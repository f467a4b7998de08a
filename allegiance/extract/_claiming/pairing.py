"""Which parties take which roles of a form: one casting a pair."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._claiming.parties import CERTAINTY, PERSONAL, Parties
from allegiance.extract._claiming.party import Party
from allegiance.extract._framing.frames import Instance
from allegiance.lexicon.frames import Form
from allegiance.records.claim import RoleName

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Token

Casting = list[tuple[RoleName, Party]]
# Events that are worth telling though nobody is said to have done them.
UNSIGNED = frozenset(("assault", "coerce"))
MOST_PAIRS = 12
BOTH = frozenset(("two", "both"))
DEFINITE = frozenset(("the", "these", "those"))
# "Each other", "one another".
ONE = frozenset(("each", "one"))
OTHER = frozenset(("another", "other"))
# Those who do one of these with a third do it with each other as well.
RENAMING = "succession"
# Of this one side can be told alone.
ALONE = "neutrality"
SHARED = frozenset(("alliance", "merger"))
# Where "both" and "the two" stand for those themselves.
ARGUMENTS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
# What these introduce is more often where it happened than to whom.
LOCATIVE = frozenset(("in", "at", "near", "on", "inside", "outside", "around", "along", "under"))


def castings(instance: Instance, form: Form, parties: Parties) -> Iterator[Casting]:
    """Every way in which parties take the roles of a form: one a pair, and one a place that is held."""
    sources = fill(instance, form, "source", parties)
    if form.by and not _done_by(instance, form, parties):
        return
    # "agreed to extend *its* mission": nobody does a deed to himself; a relation within a plural is told apart later.
    doers = sources if form.kind == "event" and len(sources) == 1 else []
    targets = fill(instance, form, "target", parties, doers)
    targets = targets or _offices(instance, form, sources, parties)
    results = fill(instance, form, "result", parties)[:1]
    if len(sources) > 1 and any(result.same(target) for result in results for target in targets):
        # "A and B merged into C": C is none of those who merged.
        targets = []
    places = _places(instance, form, parties)
    if form.slot("place") and not places:
        return
    if form.predicate == "assault" and not targets and not places:
        places = _grounds(instance, form, parties, named=bool(sources))[:1]
        for place in places if not sources else ():
            yield [("place", place)]
    for source, target in _pairs(instance, form, parties, sources, targets):
        roles: Casting = []
        if source is not None:
            roles.append(("source", source))
        if target is not None:
            roles.append(("target", target))
        roles += [("result", party) for party in results if party not in (source, target)]
        if not places:
            yield roles
        for place in places:
            yield [*roles, ("place", place)]


def _done_by(instance: Instance, form: Form, parties: Parties) -> bool:
    """Is it one of those by whom the form asks that it be done, though it be no actor ("helicopters")?"""
    slots = form.slot("source")
    return any(parties.may_do(t, form) for slot in slots for t in instance.arguments.get(slot))


def _offices(instance: Instance, form: Form, sources: list[Party], parties: Parties) -> list[Party]:
    """What a title leaves out because everybody knows it ("President Roe")."""
    if "office" not in form.slot("target") or not _is_title(instance.trigger):
        return []
    found = [parties.office(source, instance.trigger) for source in sources]
    return _distinct(party for party in found if party is not None)


def _is_title(noun: Token) -> bool:
    """ "President Roe", "the president, Ann Roe"."""
    return noun.dep_ == "compound" or any(
        child.dep_ == "appos" and child.pos_ == "PROPN" for child in noun.rights
    )


def _distinct(found: Iterable[Party]) -> list[Party]:
    kept: list[Party] = []
    for party in found:
        if party.actor is None or all(party.actor != other.actor for other in kept):
            kept.append(party)
    return kept


def _whose(token: Token, form: Form) -> list[Token]:
    """ "Owl and Fox fighters": the parser hangs both names before the noun."""
    if form.kind != "relation" or token.tag_ != "NNS":
        return []
    return [
        owner
        for child in token.lefts
        if child.dep_ in ("nmod", "compound") and child.pos_ == "PROPN"
        for owner in syntax.together(child)
        if len(syntax.together(child)) > 1 and owner.i < token.i
    ]


def _places(instance: Instance, form: Form, parties: Parties) -> list[Party]:
    """What is held: the places of the first slot that tells any, with a name or without."""
    for slot in form.slot("place"):
        tokens = instance.arguments.get(slot)
        found = [place for token in tokens for place in parties.holdings.named(token)]
        if found:
            return list(dict.fromkeys(found))
        nameless = (parties.holdings.nameless(token) for token in tokens)
        told = next((place for place in nameless if place is not None), None)
        if told is not None:
            return [told]
    return []


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
    if len(both) < 2:
        both = _those_between(instance, parties) or both
    if len(both) >= 2:
        yield from _each_pair(both)
        return
    if _each_other(instance, form):
        sources = _counterparts(instance, sources, parties)
        if len(sources) >= 2:
            yield from _each_pair(sources)
            return
    if instance.frame.mutual and not targets:
        sources = _counterparts(instance, sources, parties)
        if len(sources) >= 2 and not instance.frame.forms[0].implied:
            yield from _each_pair(sources)
            return
    if both and not targets and sources and both[0] not in sources:
        targets = both
    if len(sources) == len(targets) > 1 and syntax.respectively(instance.trigger):
        yield from zip(sources, targets, strict=True)
    elif form.predicate == ALONE and not any(map(instance.arguments.get, form.slot("target"))):
        # "declared itself neutral": in what, the article tells.
        yield from ((source, None) for source in sources)
    elif form.kind == "relation":
        yield from _full_pairs(form, sources, targets, parties, itself=_among_themselves(instance))
    else:
        yield from _event_pairs(form, sources, targets)


def _those_between(instance: Instance, parties: Parties) -> list[Party]:
    """ "Clashes between *the two groups*", "a war between *them*": the two that were named before."""
    for slot in instance.frame.parties:
        tokens = instance.arguments.get(slot)
        if len(tokens) == 1 and _means_two(tokens[0]):
            return parties.pair_before(tokens[0])
    return []


def _means_two(token: Token) -> bool:
    return token.lower_ in BOTH | {"them"} or any(
        child.lower_ in BOTH or (child.lower_ in DEFINITE and token.tag_ == "NNS")
        for child in token.lefts
    )


def _each_other(instance: Instance, form: Form) -> bool:
    """ "A and B shelled one another's camps"."""
    return any(
        word.lower_ in OTHER and word.nbor(-1).lower_ in ONE
        for slot in form.slot("target")
        for token in instance.arguments.get(slot)
        for word in token.subtree
        if word.i > instance.trigger.i
    )


def _counterparts(instance: Instance, sources: list[Party], parties: Parties) -> list[Party]:
    """ "The two groups clashed", "they clashed": the two that were named before."""
    if len(sources) > 1:
        return sources
    for slot in instance.frame.forms[0].slot("source"):
        for token in instance.arguments.get(slot):
            both = {child.lower_ for child in token.lefts} | {token.lower_}
            if both & (BOTH | {"they"}):
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


def _among_themselves(instance: Instance) -> bool:
    """ "Three rebel alliances teamed up": one plural is both sides."""
    return instance.frame.mutual and instance.arguments.sort == "verb"


def _full_pairs(
    form: Form, sources: list[Party], targets: list[Party], parties: Parties, *, itself: bool
) -> Iterator[tuple[Party | None, Party | None]]:
    """A relation needs both its parties; one that holds a place needs no target."""
    if form.groups:
        sources = [party for party in sources if party.body]
        targets = [party for party in targets if party.body]
    elif form.implied:
        sources = [party for party in sources if party.armed]
        targets = [party for party in targets if party.armed]
    if form.slot("place") and not form.slot("target"):
        for source in sources:
            yield source, None
        return
    if itself and not targets and len(sources) == 1 and sources[0].plural:
        yield sources[0], sources[0]
        return
    if form.predicate == RENAMING:
        targets = [parties.by_name(target) for target in targets]
    pairs = [(s, t) for s in sources for t in targets if not s.same(t) or _renamed(form, s, t)]
    if form.groups:
        pairs = [(s, t) for s, t in pairs if s.group or t.group]
    yield from pairs[:MOST_PAIRS]
    if itself and pairs and form.predicate in SHARED:
        yield from _each_pair([party for party in sources if party.armed])


def _renamed(form: Form, new: Party, old: Party) -> bool:
    """Two names of one actor: the knowledge base may know that it is the same, and the text says since when it is called so."""
    named = new.certainty == old.certainty == CERTAINTY["name"]
    return form.predicate == RENAMING and named and not new.span.overlaps(old.span)


def _event_pairs(
    form: Form, sources: list[Party], targets: list[Party]
) -> Iterator[tuple[Party | None, Party | None]]:
    nobody: list[Party | None] = [None]
    if form.predicate in UNSIGNED:
        # "blamed the attack on the Front": not an attack on it
        targets = [t for t in targets if all(_differ(source, t) for source in sources)]
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


def fill(
    instance: Instance,
    form: Form,
    role: RoleName,
    parties: Parties,
    others_than: Sequence[Party] = (),
) -> list[Party]:
    """The parties of the first slot that names an actor; else of the one whose words are likeliest to be meant."""
    worded: list[tuple[int, int, list[Party]]] = []
    for order, slot in enumerate(form.slot(role)):
        found = _parties(instance, form, role, slot, parties)
        found = [party for party in found if not any(party.same(other) for other in others_than)]
        if any(party.actor is not None for party in found):
            return found
        if slot == "owner" and any(t.lower_ in PERSONAL for t in instance.arguments.get(slot)):
            # "its rivals, the Front of Ann Roe": whose they are is said, though not known.
            break
        if found:
            rank = 2 if slot in LOCATIVE else 0 if found[0].proper else 1
            worded.append((rank, order, found))
    return min(worded, key=lambda entry: entry[:2])[2] if worded else []


def _members(token: Token, form: Form) -> list[Token]:
    """Those that a plural names are parties, too, but of what they make up together."""
    return [] if form.predicate == "membership" else syntax.included(token)


def _grounds(instance: Instance, form: Form, parties: Parties, *, named: bool) -> list[Party]:
    """Where it was done, if nobody is named to whom ("a bomb exploded *in the market district*").

    Args:
        named: a place with a name is wanted.
    """
    tokens = [
        token
        for slot in form.slot("target")
        for token in instance.arguments.get(slot)
        if slot in LOCATIVE and parties.is_ground(token, slot)
    ]
    grounds = [ground for token in tokens if (ground := parties.ground(token)) is not None]
    found = grounds or [place for token in tokens for place in parties.holdings.named(token)]
    if found or named:
        return found
    return [p for token in tokens if (p := parties.of(token, "target", form)) is not None]


def _parties(
    instance: Instance, form: Form, role: RoleName, slot: str, parties: Parties
) -> list[Party]:
    named = instance.arguments.get(slot)
    tokens = [
        token for head in named for token in (head, *_members(head, form), *_whose(head, form))
    ]
    located = role == "target" and slot in LOCATIVE and form.predicate == "assault"
    found = [
        party
        for token in tokens
        if (slot == "self" or token.i != instance.trigger.i)
        and not (located and parties.is_ground(token, slot))
        and not (role == "target" and syntax.nobody(token))
        and (role != "source" or parties.may_do(token, form))
        for party in _each_meant(token, role, form, parties)
    ]
    return [party for party in found if party is not None]


def _each_meant(
    token: Token, role: RoleName, form: Form, parties: Parties
) -> list[Party] | list[Party | None]:
    """The party of a token; for "the two groups", "both factions" those two that were named before."""
    if form.kind == "relation" and _is_pair(token, parties):
        pair = parties.pair_before(token)
        if pair:
            return pair
    return [parties.of(token, role, form)]


def _is_pair(token: Token, parties: Parties) -> bool:
    """ "The two groups", "both factions", "both", "the two"."""
    words = {child.lower_ for child in token.lefts}
    if any(child.dep_ == "relcl" and child.left_edge.i == token.i + 1 for child in token.rights):
        # "The two wings that formed it" are named by what they did.
        return False
    if token.tag_ == "NNS" and parties.are_bodies(token):
        return "both" in words or ("two" in words and bool(words & DEFINITE))
    alone = token.dep_ in ARGUMENTS and not any(token.rights)
    return alone and (token.lower_ == "both" or (token.lower_ == "two" and bool(words & DEFINITE)))
