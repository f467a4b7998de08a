"""Parts of a state that are told of without the state: "the government", "government forces", "the president"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from allegiance.extract._naming.days import Days
from allegiance.extract._naming.home import Home
from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.lexicon import Lexicon
from allegiance.lexicon.naming import HomeWords
from allegiance.lexicon.nouns import Noun
from allegiance.records.ruling import Unnamed
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

_RIVALS = frozenset(("armed-group", "coalition"))


class _Asked(NamedTuple):
    """A part of a state, "government" or "military", or an office ("prime minister") of one."""

    what: str
    office: bool
    token: Token
    noun: Noun


def give_home(
    doc: Doc,
    names: Iterable[Sighting],
    nominals: Iterable[Sighting],
    home: Home,
    days: Days,
    lexicon: Lexicon,
) -> Iterator[Unnamed]:
    """Let nominals that name a part of no state be that of the article's country, and say why or why not.

    Those alone that nothing else has tied, and that nobody else in the article may be.
    """
    names, nominals = tuple(names), tuple(nominals)
    titled = _titled(doc, names, nominals)
    namesakes = _namesakes(doc, names, lexicon.naming.home)
    for nominal in nominals:
        asked = _asked(doc, nominal, lexicon)
        if asked is None:
            continue
        others = (titled if asked.office else namesakes).get(asked.noun.lemma, ())
        actor, because = _whose(asked, others, home, days, lexicon)
        if actor is not None:
            nominal.known, nominal.rule = (actor,), f"actors.home.{actor.id}"
        span = Span(doc[nominal.start].idx, asked.token.idx + len(asked.token))
        yield Unnamed(span, actor.name if actor is not None else None, because)


def _whose(
    asked: _Asked, others: Iterable[Sighting], home: Home, days: Days, lexicon: Lexicon
) -> tuple[KnownActor | None, str]:
    """The organ of the state, or the holder of its office; or why nobody is."""
    stretch = days.of(asked.token)
    state = home.state(stretch)
    if state is None:
        return None, home.because
    near = home.other_near(asked.token)
    if near is not None:
        return None, f"{near} was named last before it"
    index = lexicon.index
    if not asked.office:
        found = index.organ(state.id, asked.what, stretch)
    else:
        found = index.holder(state.id, asked.what, *stretch) if stretch is not None else None
    if found is None and stretch is None:
        return None, "the day that is meant is not known"
    if found is None:
        return None, f"no one {asked.what} of {state.name} is known for that day"
    other = next((one for one in others if one.known != (found,)), None)
    if other is not None:
        return None, f"{other.text(asked.token.doc)} may be meant"
    return found, home.because


def _asked(doc: Doc, nominal: Sighting, lexicon: Lexicon) -> _Asked | None:
    """What a nominal names of a state, if it says no more; None where it is another's, or something else is known of it."""
    noun, token, words = nominal.noun, doc[nominal.head], lexicon.naming.home
    if noun is None or nominal.tie is not None or nominal.known or nominal.label is not None:
        return None
    if any(child.lower_ in words.narrowing for child in token.rights):
        return None
    before = [doc[at] for at in range(nominal.start, nominal.head)]
    definite = bool(before) and before[0].lower_ == "the"
    said = [one.lower_ for one in before if one.dep_ != "det"]
    if noun.lemma in words.parts and not noun.plural:
        bare = definite or (not before and token.dep_ == "compound")
        part = words.parts[noun.lemma] if bare and words.plain.issuperset(said) else None
    else:
        part = _of_those_who_serve(noun, said, words)
    if part is not None:
        return _Asked(part, False, token, noun)
    office = " ".join((*said, token.lower_))
    if definite and noun.personal and not noun.plural and office in words.offices:
        return _Asked(office, True, token, noun)
    return None


def _of_those_who_serve(noun: Noun, said: list[str], words: HomeWords) -> str | None:
    """ "Government forces" are its armed forces, "army officials" its government."""
    if not said or not words.serving.issuperset(said) or not noun.plural:
        return None
    if noun.sort == "servant":
        return "government"
    return "military" if noun.sort == "member" and noun.kind == "military" else None


def _titled(
    doc: Doc, names: Iterable[Sighting], nominals: Iterable[Sighting]
) -> dict[str, list[Sighting]]:
    """Persons by what the article calls them: "President Ann Roe", "Ann Roe, the president of the club"."""
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    for name in names:
        if name.kind == "person":
            for at in range(max(0, name.start - 2), name.start):
                found[doc[at].lower_].append(name)
    for nominal in nominals:
        if nominal.noun is not None and nominal.tie is not None and nominal.tie.kind == "person":
            found[nominal.noun.lemma].append(nominal.tie)
    return found


def _namesakes(doc: Doc, names: Iterable[Sighting], words: HomeWords) -> dict[str, list[Sighting]]:
    """Armed groups by the last word of their names, if it is a part of a state: "the army" may be short for the Hill Army."""
    found: defaultdict[str, list[Sighting]] = defaultdict(list)
    for name in names:
        last = doc[name.end - 1].lower_
        stranger = name.kind in _RIVALS or (not name.known and name.label is None)
        if stranger and last in words.parts and len(name.keys) > 1:
            found[last].append(name)
    return found
