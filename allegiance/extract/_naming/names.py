"""Names that the knowledge base does not know: what the model, or the grammar, takes for a person or a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from allegiance.extract._naming.acronyms import given_anew, in_brackets, spelt_out
from allegiance.extract._naming.days import Days
from allegiance.extract._naming.known_names import DASHES, keys_of, known_names, with_article
from allegiance.extract._naming.localities import Localities
from allegiance.extract._naming.sighting import Sighting, head_of
from allegiance.extract._naming.wording import NameWords
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.mention import ActorKind
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

_KIND_OF_LABEL: dict[str, ActorKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "population",
}
# What the model calls something else may still be a person who speaks.
_DOUBTFUL = frozenset(("", "WORK_OF_ART", "PRODUCT", "LAW", "EVENT", "FAC", "GPE", "LOC", "NORP"))
_PLURALS = frozenset(("NNS", "NNPS"))
# "Norlandic Army" is read as a part of the state, with or without capitals.
_PARTS_OF_STATE = frozenset(("organ", "member", "servant", "office", "people", "side"))
_MARKS_BEHIND = frozenset(("'s", "’s", "'", "’"))


def find_names(
    doc: Doc,
    lexicon: Lexicon,
    days: Days,
    outside: frozenset[int],
    places: Sequence[Where],
) -> tuple[list[Sighting], set[int]]:
    """All names in text order, none within another; and the tokens that name places.

    Args:
        outside: tokens that are no part of the report.
        places: what has been found to be a place.
    """
    blocked: set[int] = set(outside)
    known = list(known_names(doc, lexicon, days, outside, blocked))
    finder = _Finder(doc, lexicon, known, days=days, blocked=blocked, places=places)
    names = [*finder.spelt_out(), *finder.entities(), *finder.surnames(), *finder.bands()]
    names += [*finder.speakers(), *finder.known()]
    names += finder.acronyms(names)
    return sorted(names, key=lambda sighting: sighting.start), blocked


def _labelled(part: Tokens, entity: Tokens) -> Tokens:
    return entity.doc.char_span(part.start_char, part.end_char, label=entity.label_) or part


def _is_state(sighting: Sighting) -> bool:
    return bool(sighting.known) and sighting.known[0].kind == "state"


class _Finder:
    """Unknown names of one article; each takes its tokens."""

    def __init__(
        self,
        doc: Doc,
        lexicon: Lexicon,
        known: list[Sighting],
        *,
        days: Days,
        blocked: set[int],
        places: Sequence[Where],
    ) -> None:
        self._doc = doc
        self._known = {at: one for one in known for at in range(one.start, one.end)}
        self._taken = set(self._known)
        self._blocked = blocked
        self._days = days
        self._index = lexicon.index
        self._nouns = lexicon.nouns
        self._naming = lexicon.naming
        self._verbs = lexicon.anaphora.agent_verbs
        self._localities = Localities(doc, lexicon, places, known)
        self._surnames = self._localities.surnames
        self._words = NameWords(doc, lexicon, self._localities)

    def spelt_out(self) -> Iterator[Sighting]:
        """Bodies whose acronym tells how far their name goes, where the model sees a part of it at least."""
        for start, end in spelt_out(self._doc):
            seen = any(self._doc[at].ent_type_ in _KIND_OF_LABEL for at in range(start, end))
            if seen and self._free(start, end, "organisation"):
                yield from self._named(start, end, "organisation", "actors.spelt-out")

    def entities(self) -> Iterator[Sighting]:
        """The model's persons, bodies and peoples, mended."""
        alone = {entity.text.removeprefix("the ") for entity in self._doc.ents}
        for entity in self._doc.ents:
            kind = _KIND_OF_LABEL.get(entity.label_)
            if kind is None:
                continue
            for part in self._parts(entity, alone):
                yield from self._entity(part, kind)

    def _parts(self, entity: Tokens, alone: set[str]) -> list[Tokens]:
        """Two, where the model took two names for one."""
        doc = entity.doc
        for token in entity[1:-1]:
            one, other = doc[entity.start : token.i], doc[token.i + 1 : entity.end]
            if self._parted(one, token, other, alone):
                return [_labelled(one, entity), _labelled(other, entity)]
        return [entity]

    def _parted(self, one: Tokens, between: Token, other: Tokens, alone: set[str]) -> bool:
        """ "Norland, Ann Roe", "the Lions of Lund and the Reed Front"; "Salt Boys and Owls" where either stands alone elsewhere."""
        if between.text == ",":
            return between.ent_type_ == "PERSON" and len(other) > 1
        if between.lower_ == "of":
            # "Ann Roe of the RF"
            return len(other) == 2 and other[0].lower_ == "the" and other[1].text in alone
        if between.lower_ != "and":
            return False
        bodies = other[0].lower_ == "the" and self._words.told(other[-1].text) is not None
        return bodies or bool({one.text.removeprefix("the "), other.text} & alone)

    def _entity(self, entity: Tokens, kind: ActorKind) -> Iterator[Sighting]:
        start, end = self._trimmed(entity)
        if kind == "person":
            start, end = self._whole(start, end)
        if start < end and self._free(start, end, kind):
            yield from self._named(start, end, kind, f"actors.{entity.label_.lower()}")

    def surnames(self) -> Iterator[Sighting]:
        """Bare surnames of persons named in full, which the model often does not see."""
        for token in self._doc:
            if token.lower_ not in self._surnames or token.i in self._taken:
                continue
            if token.text[:1].isupper() and token.i not in self._blocked:
                start = with_article(self._doc, token.i)
                yield from self._named(start, token.i + 1, "person", "actors.surname")

    def bands(self) -> Iterator[Sighting]:
        """Bodies that the model missed ("the Harbour Boys", "the Night Owls", "the Kuna Front")."""
        for last in self._doc:
            if last.ent_type_ not in _DOUBTFUL or last.i in self._taken:
                continue
            start = self._first_capital(last.i)
            if last.i - start < 1 or not self._is_band(last):
                continue
            if self._blocked.isdisjoint(range(start, last.i + 1)):
                yield from self._named(start, last.i + 1, "organisation", "actors.band")

    def _first_capital(self, last: int) -> int:
        """Where the row of capitalised words begins; where it ends a title in capitals, or goes on, it is none."""
        doc, start = self._doc, last + 1
        if last + 1 < len(doc) and doc[last + 1].text[:1].isupper():
            return last
        while start > 0 and start - 1 not in self._taken:
            if not (doc[start - 1].is_title or doc[start - 1].text in ("'", "’")):
                break
            start -= 1
        while start < last and (doc[start].pos_ in ("DET", "ADP", "ADV") or doc[start].is_stop):
            start += 1
        return start if start < last and doc[start].pos_ in ("PROPN", "NOUN", "ADJ") else last

    def _is_band(self, last: Token) -> bool:
        """Does it bear a word for people, or do what actors do?"""
        if not last.is_title or last.lower_ in self._nouns.things:
            return False
        noun = self._nouns.named(last.text)
        if last.tag_ not in _PLURALS:
            return noun is not None and noun.sort == "body" and last.pos_ in ("NOUN", "PROPN")
        if noun is not None:
            return noun.sort in ("member", "people", "side", "body")
        return last.dep_ == "nsubj" and last.head.lemma_.lower() in self._verbs

    def known(self) -> Iterator[Sighting]:
        """The known names that are no part of a longer unknown one."""
        seen: set[int] = set()
        for sighting in self._known.values():
            if id(sighting) not in seen:
                seen.add(id(sighting))
                yield sighting

    def acronyms(self, names: list[Sighting]) -> Iterator[Sighting]:
        """What stands in brackets right behind the name of a body: "Popular Front (PF)"."""
        doc, anew = self._doc, given_anew(self._doc, self._index)
        for name in names:
            at = name.end + 1
            if not in_brackets(doc, at) or (name.known and name.kind == "person"):
                continue
            if name.kind == "person" and self._is_shortened(name, doc[at].text):
                name.kind = self._words.told_kind(name.start, name.end) or "organisation"
            if name.kind != "person" and at not in self._taken:
                keys = keys_of(doc, at, at + 1, self._index)
                senses = self._index.senses(doc[at].text) if doc[at].text not in anew else ()
                meant = self._days.of(doc[at])
                known = tuple(s.actor for s in senses if s.use == "name" and s.holds(meant))
                kind = known[0].kind if known else name.kind
                yield Sighting(
                    at, at + 1, at, "name", kind, "actors.acronym", keys=keys, known=known
                )

    def _is_shortened(self, name: Sighting, acronym: str) -> bool:
        """Does an acronym show that what the model takes for a person is a body? Persons bear the acronyms of theirs."""
        if self._words.told_kind(name.start, name.end) is not None:
            return True
        if name.start > 0 and self._doc[name.start - 1].lower_ == "the":
            return True
        return not Counter(acronym.lower()) - Counter(key[0] for key in name.keys)

    def _free(self, start: int, end: int, kind: ActorKind) -> bool:
        """May the stretch be a name of its own? A state's name may be a part of one ("Bank of Norland")."""
        inside = {id(one): one for at in range(start, end) if (one := self._known.get(at))}
        if not inside:
            if not self._taken.isdisjoint(range(start, end)):
                return False
            return not self._blocked.issuperset(range(start, end))
        if kind != "organisation" or not all(
            _is_state(one) and start <= one.start and one.end <= end for one in inside.values()
        ):
            return False
        noun = self._nouns.by_form.get(self._doc[end - 1].lower_)
        if end - start < 2 or (noun is not None and noun.sort in _PARTS_OF_STATE):
            return False
        if not any(self._doc[at].is_alpha and at not in self._known for at in range(start, end)):
            return False
        for at in range(start, end):
            self._known.pop(at, None)
        return True

    def speakers(self) -> Iterator[Sighting]:
        """Proper nouns that the model missed, where a title stands before or a verb of speech is theirs."""
        for token in self._doc:
            if token.pos_ != "PROPN" or token.ent_type_ not in _DOUBTFUL:
                continue
            if token.i in self._taken or token.i in self._blocked:
                continue
            start, end = self._run(token.i)
            if end - start > 5 or not self._is_somebody(start, end):
                continue
            det = start > 0 and self._doc[start - 1].lower_ == "the"
            kind: ActorKind = "organisation" if det else "person"
            yield from self._named(start, end, kind, "actors.speaker")

    def _named(self, start: int, end: int, kind: ActorKind, rule: str) -> Iterator[Sighting]:
        doc = self._doc
        end = self._with_wing(start, self._with_noun(end))
        if not self._words.make_name(start, end, kind) or self._localities.hold(start, end):
            return
        if kind != "population":
            kind = self._words.kind(start, end, kind)
        keys = keys_of(doc, start, end, self._index)
        if keys:
            self._taken.update(range(start, end))
            yield Sighting(start, end, head_of(doc, start, end), "name", kind, rule, keys=keys)

    def _with_noun(self, end: int) -> int:
        """ "Hill [Brigade]": a capitalised noun for a body behind a name is its last word."""
        doc = self._doc
        while end < len(doc) and end not in self._taken:
            if doc[end].text in ("'", "’") and end + 1 < len(doc) and end + 1 not in self._taken:
                # "Reed Workers' [Column]"
                longer = self._with_noun(end + 1)
                return longer if longer > end + 1 else end
            noun = self._nouns.named(doc[end].text)
            if noun is None or noun.sort not in ("body", "organ") or doc[end].pos_ != "PROPN":
                break
            if not doc[end].text[:1].isupper() or noun.plural:
                break
            end += 1
        return end

    def _with_wing(self, start: int, end: int) -> int:
        """ "Reed Army [(Reformed)]": what stands in brackets belongs to the name, and makes another body of it."""
        doc = self._doc
        if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
            wing = doc[end + 1]
            return end + 3 if wing.text[:1].isupper() and self._words.is_wing(wing) else end
        closes = end < len(doc) and doc[end].text == ")"
        return end + 1 if closes and any(token.text == "(" for token in doc[start:end]) else end

    def _is_somebody(self, start: int, end: int) -> bool:
        head = self._doc[head_of(self._doc, start, end)]
        return self._localities.titled(start, end) or self._localities.speaks(head)

    def _run(self, at: int) -> tuple[int, int]:
        """The proper nouns in a row around a token."""
        doc, start, end = self._doc, at, at + 1
        while end < len(doc) and end not in self._taken and self._goes_on(doc[end]):
            end += 1
        while not doc[end - 1].is_alpha and end - 1 > start:
            end -= 1
        return with_article(doc, start), end

    def _goes_on(self, token: Token) -> bool:
        return token.pos_ == "PROPN" or (token.text in ("-", "’", "'") and not token.whitespace_)

    def _trimmed(self, entity: Tokens) -> tuple[int, int]:
        """Without titles and articles before the name, and possessives and marks behind it."""
        doc, start = self._doc, entity.start
        end = self._before_break(start, entity.end)
        person = entity.label_ == "PERSON"
        for at in range(start + 1, min(start + 3, end - 1)):
            if doc[at].text == "the" and doc[start].pos_ in ("ADV", "ADP", "SCONJ", "CCONJ"):
                # "Later the Movement"
                start = at
        while start < end and self._leads(doc[start], person):
            start += 1
        while end > start and (
            doc[end - 1].is_space or doc[end - 1].is_punct or doc[end - 1].lower_ in _MARKS_BEHIND
        ):
            end -= 1
        return (with_article(doc, start) if start < end else start), end

    def _before_break(self, start: int, end: int) -> int:
        """A name goes on neither behind a dash between spaces nor into a bracket, unless that is a part of it."""
        doc = self._doc
        for at in range(start + 1, end):
            spaced = doc[at].text in DASHES and bool(
                doc[at - 1].whitespace_ and doc[at].whitespace_
            )
            wing = at + 1 < len(doc) and self._words.is_wing(doc[at + 1])
            if spaced or (doc[at].text in ("(", "[") and not wing):
                return at
        return end

    def _whole(self, start: int, end: int) -> tuple[int, int]:
        """With the proper nouns beside it that the model left out ("Ana [Lund]", "General [Mahn] Lund")."""
        start = self._behind_title(start)
        while end < len(self._doc) and self._is_part(end, end - 1):
            end += 1
        # A title alone at the end of the text leaves nothing between start and end.
        while 0 < start < len(self._doc) and self._is_part(start - 1, start):
            start -= 1
        return start, end

    def _behind_title(self, start: int) -> int:
        """From the word behind a title with a capital, where only capitalised words stand between."""
        doc = self._doc
        for at in range(start - 1, max(-1, start - 4), -1):
            token = doc[at]
            if not token.text[:1].isupper() or not token.is_alpha or at in self._taken:
                break
            if token.lower_ in self._nouns.titles:
                return at + 1
            if token.lower_ in self._nouns.by_form:
                break
        return start

    def _is_part(self, at: int, beside: int) -> bool:
        token, other = self._doc[at], self._doc[beside]
        return (
            token.pos_ == "PROPN"
            and not token.ent_type_
            and token.is_alpha
            and at not in self._taken
            and at not in self._blocked
            and (token.head.i == beside or other.head.i == at or token.head.i == other.head.i)
            and token.dep_ in ("compound", "flat", other.dep_)
            and token.lower_.rstrip(".") not in self._nouns.titles
            and token.lower_ not in self._nouns.by_form
        )

    def _leads(self, token: Token, person: bool) -> bool:
        return (
            token.is_punct
            or token.is_space
            or token.lower_ in ("the", "a", "an", "of", "'s", "’s")
            or (person and token.lower_.rstrip(".") in self._nouns.titles)
        )
