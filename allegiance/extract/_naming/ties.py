"""Which nominals name the same actor as a name beside them: titles, appositions, "is", "known as", possessors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from allegiance.extract._naming.days import Days, Stretch
from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.nouns import Noun

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_OF_PERSONS = frozenset(("office", "people"))
_OWNING = frozenset(("det", "amod", "compound", "nummod", "poss", "nmod"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_HELD = frozenset(("office", "servant"))
_FIELDS = frozenset(("for", "of", "to"))
_FIELD_ENDS = frozenset(("NOUN", "PROPN"))
_OF_FIELD = _FIELD_ENDS | {"ADJ", "ADP", "CCONJ", "DET"}
# Words between an office and the name of who holds it.
_LONGEST_FIELD = 9
_CALLED = frozenset(("known", "called", "named", "dubbed", "calling", "styled"))
_WHOLE_GOVERNMENT = frozenset(("government", "regime", "administration"))
_WHOLE_MILITARY = frozenset(("army", "military"))


def tie(
    doc: Doc,
    names: list[Sighting],
    nominals: list[Sighting],
    lexicon: Lexicon,
    days: Days,
) -> None:
    """Tie each nominal to the name that grammar makes one with it, or label it by its state.

    Args:
        days: those on which an office was held by whoever held it then.
    """
    named = {at: name for name in names for at in range(name.start, name.end)}
    heads = {name.head: name for name in named.values()}
    alone = {nominal.head: nominal for nominal in nominals}
    for nominal in nominals:
        token = doc[nominal.head]
        same = _beside(doc, nominal, named) or _apposed(token, nominal, heads)
        same = same or _after_comma(doc, nominal, named) or _apposed_alone(token, nominal, alone)
        same = same or _counted(token, nominal, alone)
        same = same or _behind_field(doc, nominal, named, lexicon)
        same = same or _subject(token, nominal, heads) or _called(token, nominal, heads)
        if same is not None:
            nominal.tie = same
        else:
            _tie_to_owner(nominal, token, named, lexicon, days.of(token))


def fits(noun: Noun, name: Sighting) -> bool:
    """May the noun stand for what the name names?"""
    if noun.sort == "side":
        return not noun.plural
    if name.kind == "person":
        return noun.personal and not noun.plural
    if name.kind == "population":
        return noun.personal and noun.plural
    if noun.personal:
        return noun.plural and noun.sort == "member" and name.kind not in ("state", "government")
    if name.kind in ("state", "government"):
        return noun.kind == name.kind
    return noun.sort in ("body", "organ") and not noun.plural and noun.kind != "state"


def _beside(doc: Doc, nominal: Sighting, named: Mapping[int, Sighting]) -> Sighting | None:
    """ "The militant group Hamas"."""
    name = named.get(nominal.end)
    if name is None or nominal.noun is None or name.start != nominal.end or nominal.noun.plural:
        return None
    # The parser often sees no tie at all between the two, so that they stand side by side is enough.
    body = not nominal.noun.personal and nominal.end == nominal.head + 1
    return name if body and fits(nominal.noun, name) else None


def _apposed(token: Token, nominal: Sighting, heads: Mapping[int, Sighting]) -> Sighting | None:
    """ "X, the leader of Y", "the leader of Y, X"."""
    if nominal.noun is None or not _particular(token, nominal):
        return None
    others = [token.head] if token.dep_ == "appos" else []
    others += [child for child in token.children if child.dep_ == "appos"]
    if nominal.noun.personal and not nominal.noun.plural:
        others += _behind_owner(token)
    for other in others:
        name = heads.get(other.i)
        if name is None or _within(name, nominal):
            continue
        single = nominal.noun.sort in _OF_PERSONS and not nominal.noun.plural
        if single and name.kind == "organisation" and not name.known:
            # The model takes many a person for a body; "X, a survivor of" says what X is.
            name.kind = "person"
        if fits(nominal.noun, name):
            return name
    return None


def _behind_owner(token: Token) -> list[Token]:
    """ "The president of Norland, X": the parser tends to make X another name of Norland."""
    reached = [child for word in token.rights for child in word.rights if child.dep_ == "pobj"]
    found = []
    while reached:
        owner = reached.pop()
        found += [c for c in owner.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
        reached += [c for word in owner.rights for c in word.rights if c.dep_ == "pobj"]
    return found


def _after_comma(doc: Doc, nominal: Sighting, named: Mapping[int, Sighting]) -> Sighting | None:
    """ "The Reed Front, the Union's branch in the south, ..." where the parser sees a list."""
    if nominal.start < 2 or doc[nominal.start - 1].text != "," or nominal.noun is None:
        return None
    name = named.get(nominal.start - 2)
    token = doc[nominal.head]
    if name is None:
        return None
    behind = token.right_edge.i + 1
    if token.dep_ != "conj" or token.head.i != name.head:
        described = nominal.end < len(doc) and doc[nominal.end].lower_ in ("that", "which", "who")
        return name if described and fits(nominal.noun, name) else None
    first = doc[nominal.start]
    starts_right = first.lower_ in ("a", "an", "the") or nominal.start in named
    listed = any(doc[at].dep_ == "cc" for at in range(behind, min(behind + 2, len(doc))))
    return name if starts_right and not listed and fits(nominal.noun, name) else None


def _behind_field(
    doc: Doc, nominal: Sighting, named: Mapping[int, Sighting], lexicon: Lexicon
) -> Sighting | None:
    """ "The minister for the Eastern Seas X": no comma parts the office and what it is for from the name."""
    noun, at = nominal.noun, nominal.end
    if noun is None or noun.sort not in _HELD or at >= len(doc) or doc[at].lower_ not in _FIELDS:
        return None
    while at < min(len(doc), nominal.end + _LONGEST_FIELD) and doc[at].pos_ in _OF_FIELD:
        at += 1
        name = named.get(at)
        if name is None or name.kind != "person":
            continue
        last = doc[at - 1]
        title = lexicon.nouns.by_form.get(last.lower_)
        named_so = last.pos_ in _FIELD_ENDS and not (title is not None and title.personal)
        return name if named_so and name.start == at and fits(noun, name) else None
    return None


def _apposed_alone(
    token: Token, nominal: Sighting, alone: Mapping[int, Sighting]
) -> Sighting | None:
    """ "His group, an offshoot of the Front"."""
    other = alone.get(token.head.i) if token.dep_ == "appos" else None
    if other is None or other is nominal or nominal.noun is None or other.noun is None:
        return None
    alike = nominal.noun.personal == other.noun.personal and not nominal.noun.plural
    indefinite = token.doc[nominal.start].lower_ in ("a", "an")
    if alike and indefinite and not other.noun.plural and other.start < nominal.start:
        return other
    return None


def _counted(token: Token, nominal: Sighting, alone: Mapping[int, Sighting]) -> Sighting | None:
    """The rebels in "a group of rebels" are that group."""
    if token.dep_ != "pobj" or token.head.dep_ != "prep":
        return None
    other = alone.get(token.head.head.i)
    return other if other is not None and other.end == token.i + 1 else None


def _within(name: Sighting, nominal: Sighting) -> bool:
    return nominal.start <= name.start and name.end <= nominal.end


def _particular(token: Token, nominal: Sighting) -> bool:
    """Does the nominal name one actor? Bare plurals in a list often look like appositions."""
    assert nominal.noun is not None
    first = token.doc[nominal.start]
    return first.dep_ in ("det", "poss") or nominal.start < token.i or nominal.noun.sort == "office"


def _subject(token: Token, nominal: Sighting, heads: Mapping[int, Sighting]) -> Sighting | None:
    """ "X is the leader of Y", but not "X is no leader"."""
    verb = token.head
    if token.dep_ != "attr" or verb.lemma_ != "be" or nominal.noun is None:
        return None
    subject = None
    for child in verb.children:
        if child.dep_ == "neg" or child.tag_ == "MD" or child.dep_ == "mark":
            return None
        if child.dep_ in _SUBJECTS:
            subject = heads.get(child.i)
    negated = token.doc[nominal.start].lower_ == "no"
    if subject is None or negated or not fits(nominal.noun, subject):
        return None
    return subject


def _called(token: Token, nominal: Sighting, heads: Mapping[int, Sighting]) -> Sighting | None:
    """ "A group known as X", "a force calling itself X"."""
    if nominal.noun is None:
        return None
    for clause in token.children:
        if clause.dep_ not in ("acl", "relcl") or clause.lower_ not in _CALLED:
            continue
        for child in clause.children:
            inner = next(iter(child.children), child) if child.lower_ == "as" else child
            name = heads.get(inner.i)
            if name is not None and fits(nominal.noun, name):
                return name
    return None


def _tie_to_owner(
    nominal: Sighting,
    token: Token,
    named: Mapping[int, Sighting],
    lexicon: Lexicon,
    stretch: Stretch | None,
) -> None:
    """ "Taliban fighters", "the leadership of the Front", "Syrian troops", "Assad's forces"."""
    noun, owner = nominal.noun, _owner(token, named)
    if noun is None or owner is None:
        return
    state = _state_of(owner, lexicon)
    if state is not None:
        _tie_to_state(nominal, noun, state, lexicon, stretch)
        holder = _holder(nominal, token, owner, state.id, lexicon, stretch)
        nominal.known = nominal.known if holder is None else (holder,)
    elif noun.sort == "head":
        nominal.tie = owner
        nominal.end = max(nominal.end, owner.end)
    elif owner.kind == "person":
        if noun.plural and noun.sort == "member":
            nominal.kind = "military" if noun.kind == "military" else nominal.kind
    elif _are_its_members(noun, owner, token) or _names_itself(noun, owner, token, lexicon):
        nominal.tie = owner


def _holder(
    nominal: Sighting,
    token: Token,
    owner: Sighting,
    state: str,
    lexicon: Lexicon,
    stretch: Stretch | None,
) -> KnownActor | None:
    """Whoever is "the Norlandic president" on the days that are meant; not "the former" one, nor "a president"."""
    words = [
        token.doc[at].lower_
        for at in range(nominal.start, token.i + 1)
        if not owner.start <= at < owner.end
    ]
    office = " ".join(word for word in words if word not in ("the", "'s", "’s"))
    return lexicon.index.holder(state, office, *stretch) if stretch is not None else None


def _are_its_members(noun: Noun, owner: Sighting, token: Token) -> bool:
    """ "Reed Front fighters", "Reed Front (RF) fighters", "fighters of the Reed Front"."""
    doc, end, at = token.doc, owner.end, token.i
    bracketed = end < at and doc[end].text in ("(", "[") and doc[at - 1].text in (")", "]")
    belongs = owner.start > at and owner.kind in ("armed-group", "coalition")
    return noun.sort == "member" and noun.plural and (end == at or bracketed or belongs)


def _names_itself(noun: Noun, owner: Sighting, token: Token, lexicon: Lexicon) -> bool:
    """ "The Reuters news agency", "the Reed Front militant group"; not "the Reed Front's group"."""
    possessive = token.doc[owner.head].dep_ == "poss" or owner.start > token.i
    return (
        noun.lemma in lexicon.anaphora.body_nouns
        and not noun.plural
        and not possessive
        and fits(noun, owner)
    )


def _state_of(owner: Sighting, lexicon: Lexicon) -> KnownActor | None:
    """The state to which forces and offices belong: the one named, or that of who heads it."""
    if len(owner.known) != 1:
        return None
    row = owner.known[0]
    if row.kind == "person" and row.office in _HEADS_OF_STATE and row.body is not None:
        row = lexicon.index.by_id.get(row.body, row)
    return row if row.kind == "state" else None


_HEADS_OF_STATE = frozenset(
    ("president", "prime minister", "king", "supreme leader", "chancellor", "emir", "sultan")
)


def _tie_to_state(
    nominal: Sighting, noun: Noun, state: KnownActor, lexicon: Lexicon, stretch: Stretch | None
) -> None:
    part = _part_of_state(noun)
    if part is None:
        return
    nominal.label = f"{part} of {state.id}"
    nominal.title = f"{state.adjectives[0] if state.adjectives else state.name} {part}"
    nominal.form = "name"
    if part in ("government", "military"):
        organ = lexicon.index.organ(state.id, part, stretch)
        nominal.known = (organ,) if organ is not None else ()


def _part_of_state(noun: Noun) -> str | None:
    """What "Syrian ..." is: its forces, its government, or another standing part by its own noun."""
    if noun.sort == "servant" and noun.plural:
        return "government"
    if noun.sort == "member":
        return "military" if noun.kind == "military" and noun.plural else None
    if noun.sort != "organ":
        return None
    if noun.lemma in _WHOLE_GOVERNMENT:
        return "government"
    return "military" if noun.lemma in _WHOLE_MILITARY else noun.lemma


def _owner(token: Token, named: Mapping[int, Sighting]) -> Sighting | None:
    """The name to which a noun belongs by an adjective, a compound, a possessive or "of"."""
    for child in token.children:
        name = named.get(child.i)
        if name is not None and child.dep_ in _OWNING:
            return name
    before = named.get(token.i - 1)
    if before is not None and before.end == token.i:
        return before
    following = token.i + 1
    if following < len(token.doc) and token.doc[following].lower_ == "of":
        for child in token.doc[following].children:
            if child.dep_ == "pobj":
                return named.get(child.i)
    return None
