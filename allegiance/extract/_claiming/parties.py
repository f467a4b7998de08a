"""Who the words of an argument stand for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from allegiance.extract import _syntax as syntax
from allegiance.extract._cast import Cast, Part
from allegiance.extract._claiming.holdings import Holdings
from allegiance.extract._claiming.party import Party, first_word, words_of
from allegiance.extract._framing.frames import HYPHENS
from allegiance.lexicon.frames import Form
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.bundle import Found
from allegiance.records.claim import RoleName
from allegiance.records.mention import Referent
from allegiance.records.span import Span

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

PERSONAL = frozenset("he she him her they them it we us i you who his their its our my".split())
REFLEXIVE = frozenset(("itself", "themselves", "himself", "herself", "ourselves", "myself"))
ARMED = frozenset(("armed-group", "military", "coalition"))
FIGHTING = frozenset(("armed-group", "coalition"))
ACTING = FIGHTING | {"party", "organisation"}
RULERS = frozenset(("state", "government"))
# Whom "the two groups" may stand for.
GROUPS = ARMED | {"party", "government", "state"}
# In these a person stands for himself; in all others, who fights or allies himself does so for his body.
PERSONS_OWN = frozenset(("leadership", "membership"))
# Who bears arms, acts, leads or speaks for a body, and parts of it.
BELONGS = frozenset(("member", "servant", "office", "people", "side", "organ"))
ACTS_FOR = frozenset(("member", "servant", "people", "side"))
# What one man cannot do to his body unless he leads it.
BINDING = frozenset(("affiliate", "split", "merger", "succession"))
# The two that "the two groups" stands for are named at most so many characters before.
REACH = 600
# Whoever is so called beside an owner is somebody else: "the Front's rivals".
OTHERS = frozenset(("rivalry", "alliance", "support", "split", "succession"))
# Nouns of these name what several do together, and none of them alone ("formed by the merger of A and B").
SHARED = frozenset(("merger", "split", "truce"))
# What happens in these happens to them as well: a state suffers what is done in it.
ACTED_UPON = frozenset(("country", "site", "camp"))
# "On *behalf* of the Front", "in its *name*": for whom it is done, not to whom.
FOR_WHOM = frozenset(("behalf", "favor", "favour", "name", "sake"))
BELONGING = ("of", "from", "by")
CERTAINTY = {"name": 1.0, "nominal": 0.9, "pronoun": 0.8}


class Parties:
    """Turns argument tokens into parties.

    Attributes:
        holdings: the places among them.
    """

    def __init__(self, cast: Cast, found: Found, holdings: Holdings, lexicon: Lexicon) -> None:
        self._cast = cast
        referents = found.referents
        self._lexicon = lexicon
        self._places = {place.span.start: place for place in found.places}
        self.holdings = holdings
        self._armed = {referent.id for referent in referents if _is_armed(referent)}
        self._groups = {r.id for r in referents if r.kind in FIGHTING and _has_name(r)}
        self._known_bodies = {r.id for r in referents if r.kind in ACTING and _has_name(r)}
        self._bodies = sorted(
            (mention.span.start, referent.id)
            for referent in referents
            if referent.kind in GROUPS | {"organisation"}
            for mention in referent.mentions
            if mention.form == "name"
        )
        self._known_ids = {r.id: r.knowledge_id for r in referents if r.knowledge_id is not None}
        self._by_id = {referent.id: referent for referent in referents}
        self._home = self._ruling_at(found.home)

    def of(self, token: Token, role: RoleName, form: Form) -> Party | None:
        """The party at a token; None where the words cannot take that role."""
        if token.lower_ in REFLEXIVE:
            return None
        part = self._cast.headed_by(token) or self._name_over(token)
        if part is None or self._stands_for_body(part, token, role, form):
            part = self._owner(token, form) or part or self._apposed(token)
        if part is not None:
            return self._party(part, token) if _may_be(part, role, form) else None
        if token.lower_ in PERSONAL:
            return None
        if form.predicate == "neutrality" and role == "target" and self._is_fight(token):
            return words_of(token)
        if form.kind == "relation" or token.lower_ in FOR_WHOM or self._is_harm(token, form):
            return None
        return words_of(token) if role == "target" or token.pos_ == "PROPN" else None

    def may_do(self, token: Token, form: Form) -> bool:
        """Is a token's actor, or the thing that it names, one of those by whom a form asks that it be done?"""
        if not form.by or syntax.lemma_of(token) in form.by:
            return True
        party = self.of(token, "source", form)
        return (
            party is not None
            and party.actor is not None
            and self._by_id[party.actor].kind in form.by
        )

    def pair_before(self, token: Token) -> list[Party]:
        """The two bodies that "the two groups" or "both sides" stands for; empty where they are not clear."""
        states = not self.are_bodies(token) or token.lower_ == "sides"
        noun = self._lexicon.nouns.by_form.get(token.lower_)
        # "The two groups" are no governments.
        rulers = noun is None or noun.kind in RULERS
        # "They" may be many; "the two" are.
        counted = token.lower_ not in PERSONAL
        found: list[str] = []
        first = token.sent.start
        for start, actor in reversed(self._bodies):
            if start >= token.idx or actor in found:
                continue
            if token.idx - start > REACH:
                break
            if counted and start < token.doc[first].idx and len(self._two_of(found)) >= 2:
                # The sentences further back tell of others.
                break
            first = min(first, _sentence_at(token.doc, first, start))
            kind = self._by_id[actor].kind
            if (states or kind not in RULERS) and (rulers or kind not in RULERS):
                found.append(actor)
        found = self._two_of(found)
        if len(found) != 2 and not (len(found) == 3 and self._states(found[2])):
            return []
        span = Span(token.left_edge.idx, token.idx + len(token))
        return [self._meant(actor, span) for actor in reversed(found[:2])]

    def _two_of(self, found: list[str]) -> list[str]:
        """Those who fight, where there are two at least; else all."""
        fighting = [actor for actor in found if self._by_id[actor].kind != "organisation"]
        return fighting if len(fighting) >= 2 else found

    def _meant(self, actor: str, span: Span) -> Party:
        return Party(
            actor,
            span,
            plural=False,
            proper=False,
            certainty=0.7,
            armed=actor in self._armed,
            group=actor in self._groups,
            body=actor in self._known_bodies,
        )

    def are_bodies(self, token: Token) -> bool:
        """Is it a plural that counts bodies: groups, factions, sides?"""
        noun = self._lexicon.nouns.by_form.get(token.lower_)
        counted = noun is not None and noun.plural and noun.sort == "body"
        return token.lower_ == "sides" or (counted and noun is not None and noun.kind in GROUPS)

    def _states(self, actor: str) -> bool:
        return self._by_id[actor].kind == "state"

    def by_name(self, party: Party) -> Party:
        """The same with the words that named it last, where its own are no name ("changed *its* name")."""
        referent = self._by_id.get(party.actor or "")
        if referent is None or party.certainty == CERTAINTY["name"]:
            return party
        names = [one.span for one in referent.mentions if one.form == "name"]
        before = [span for span in names if span.end <= party.span.start]
        if not before or party.span.start - before[-1].end > REACH:
            return party
        return replace(party, span=before[-1], certainty=CERTAINTY["name"])

    def office(self, holder: Party, title: Token) -> Party | None:
        """The body that the holder of an office leads, where the article names it ("President Roe").

        A holder of whom nothing is known has the office in the country that the article is about.
        """
        row = self._known_ids.get(holder.actor or "")
        known = self._lexicon.index.by_id.get(row) if row is not None else None
        actor = self._home if row is None and self._of_state(title) else None
        if known is not None and known.body is not None:
            actor = next((a for a, row in self._known_ids.items() if row == known.body), None)
        words = Span(title.idx, title.idx + len(title))
        return Party(actor, words, False, False, 0.8) if actor is not None else None

    def _of_state(self, title: Token) -> bool:
        """Is it an office that one person of a state holds, and nothing else ("Prime Minister", not "club president")?"""
        offices = self._lexicon.naming.home.offices
        before = title.nbor(-1) if title.i else title
        if f"{before.lower_} {title.lower_}" in offices:
            return True
        narrowed = before.pos_ in ("ADJ", "NOUN", "PROPN") and before.ent_type_ != "DATE"
        return title.lower_ in offices and not narrowed

    def _ruling_at(self, countries: tuple[str, ...]) -> str | None:
        """The government of a country, or else the state, that the article tells of; else the only one it calls "the government"."""
        found = {
            self._by_id[actor].kind: actor
            for actor, row in reversed(self._known_ids.items())
            if self._by_id[actor].kind in RULERS
            and countries
            and self._lexicon.index.by_id[row].country == countries
        }
        nameless = [
            referent.id
            for referent in self._by_id.values()
            if referent.kind == "government"
            and referent.knowledge_id is None
            and self._lexicon.naming.home.parts.get(referent.name.lower()) == "government"
        ]
        alone = nameless[0] if len(nameless) == 1 else None
        return found.get("government") or found.get("state") or alone

    def is_ground(self, token: Token, preposition: str) -> bool:
        """Is it where something was done, and not to whom ("in Essara", "on the coast road", not "on the town")?"""
        lemma = syntax.lemma_of(token)
        if preposition == "on":
            return lemma in self._lexicon.placing.ways
        if lemma in self._lexicon.placing.localities or lemma in self._lexicon.placing.parts:
            return True
        return self.ground(token) is not None

    def ground(self, token: Token) -> Party | None:
        """The named place that a token ends, unless it is one to which things are done rather than in it."""
        span = Span(token.idx, token.idx + len(token))
        for i in range(first_word(token), token.i + 1):
            place = self._places.get(token.doc[i].idx)
            if place is not None and place.span.holds(span) and place.kind not in ACTED_UPON:
                return Party(None, place.span, False, True, 1.0)
        return None

    def _party(self, part: Part, token: Token) -> Party:
        mention = part.mention
        return Party(
            actor=part.referent.id,
            span=mention.span,
            # "Its men" are one with a name, and do nothing among themselves.
            plural=token.tag_ in ("NNS", "NNPS")
            and mention.form == "nominal"
            and not _has_name(part.referent),
            proper=mention.form == "name",
            certainty=CERTAINTY[mention.form],
            armed=part.referent.id in self._armed or self._fights(part, token),
            group=part.referent.id in self._groups,
            body=part.referent.id in self._known_bodies,
        )

    def _fights(self, part: Part, token: Token) -> bool:
        """ "Forty Salt Party *fighters*"."""
        noun = self._lexicon.nouns.by_form.get(token.lower_)
        at_arms = noun is not None and noun.sort == "member" and noun.kind in ARMED
        return at_arms and part.referent.id in self._known_bodies

    def _stands_for_body(self, part: Part, token: Token, role: RoleName, form: Form) -> bool:
        """ "members of the Front", "a Front commander": without a name, and of a body."""
        if form.predicate in PERSONS_OWN and role == "source":
            return False
        unnamed = all(mention.form != "name" for mention in part.referent.mentions)
        noun = self._lexicon.nouns.by_form.get(token.lower_)
        if not unnamed or noun is None:
            return False
        if form.kind == "event":
            # What they did, their body did; but what was done to them was done to them.
            acts_for = noun.sort in ACTS_FOR or noun.lemma in self._lexicon.nouns.units
            return role == "source" and acts_for
        if noun.sort not in BELONGS:
            return False
        alone = noun.sort == "office" and not noun.plural
        return not (alone and form.predicate in BINDING) or self._leads(token)

    def _leads(self, token: Token) -> bool:
        """The leader's oath binds the body; a local commander's does not."""
        around = {child.lower_ for child in token.lefts}
        return any(
            form.predicate == "leadership" and not around & frame.unless
            for frame, words in self._lexicon.frames.get(("noun", syntax.lemma_of(token)), ())
            if not words and not frame.modifier
            for form in frame.forms
        )

    def _apposed(self, token: Token) -> Part | None:
        """ "a new body, the Reed Front", "a body called the Reed Front": the name that follows."""
        for child in [*(c for c in token.rights if c.dep_ == "appos"), *syntax.called(token)]:
            return self._cast.headed_by(child) or self._name_over(child)
        return None

    def _name_over(self, token: Token) -> Part | None:
        """A name that holds the token although the parser heads it elsewhere."""
        part = self._cast.covering(token)
        return part if part is not None and part.mention.form == "name" else None

    def _owner(self, token: Token, form: Form) -> Part | None:
        """ "a convoy of the Front", "Reed Front positions", "the army's barracks": whose they are."""
        if token.pos_ not in ("NOUN", "PROPN") or token.lower_ in FOR_WHOM:
            return None
        if form.kind == "relation" and self._is_other(token) and form.predicate != "neutrality":
            return None
        known = self._cast.headed_by(token)
        owners = [
            child for child in token.lefts if child.dep_ in ("poss", "compound", "nmod", "amod")
        ]
        for preposition in BELONGING + (("between",) if form.predicate == "neutrality" else ()):
            owners += syntax.prepositional(token, preposition)
        for child in owners:
            part = self._cast.headed_by(child) or self._name_over(child)
            if part is None or (known is not None and part.referent is known.referent):
                continue
            if _runs_into_hyphen(child, part):
                continue
            # "Norlandic rebels" are not Norland; "the Front's fighters" are the Front.
            if known is None or (part.referent.kind in ARMED and part.mention.form != "nominal"):
                return part
        return None

    def _is_fight(self, token: Token) -> bool:
        """Does the noun name a fight of which one may stay out ("the war")?"""
        frames = self._lexicon.frames.get(("noun", syntax.lemma_of(token)), ())
        return any(frame.forms[0].predicate == "rivalry" for frame, _ in frames)

    def _is_harm(self, token: Token, form: Form) -> bool:
        """ "Set off *eight bombs*", "carried out *the attack*": what is used, or done, is not whom it is done to."""
        if form.predicate != "assault":
            return False
        frames = self._lexicon.frames.get(("noun", syntax.lemma_of(token)), ())
        return any(frame.forms[0].predicate == "assault" and not words for frame, words in frames)

    def _is_other(self, token: Token) -> bool:
        """Does the noun name a deed, or one who stands to its owner as a rival, an ally, a leader?"""
        frames = self._lexicon.frames.get(("noun", syntax.lemma_of(token)), ())
        return any(
            form.kind == "event" or form.predicate in (OTHERS if frame.bearer else SHARED)
            for frame, words in frames
            if not words
            for form in frame.forms
        )


def _sentence_at(doc: Doc, first: int, start: int) -> int:
    """The first token of the sentence before `first` in which a character lies."""
    while first > 0 and doc[first].idx > start:
        first = doc[first - 1].sent.start
    return first


def _runs_into_hyphen(token: Token, part: Part) -> bool:
    """ "*Reed Front*-linked gunmen": the parser hangs the first word of the name on the gunmen, who are not the Front's."""
    after = token
    while after.idx < part.mention.span.end and after.i + 1 < len(token.doc):
        after = after.nbor()
    return after.text in HYPHENS and not after.nbor(-1).whitespace_


def _may_be(part: Part, role: RoleName, form: Form) -> bool:
    """Where a form asks for a person, only a named one will do ("his group" says little of who leads it)."""
    if form.no_persons and role == "target":
        return part.referent.kind != "person"
    if not form.persons or role != "source":
        return True
    named = _has_name(part.referent) if form.hands_over else part.mention.form == "name"
    return part.referent.kind == "person" and named


def _is_armed(referent: Referent) -> bool:
    return referent.kind in ARMED or (referent.kind in RULERS and _has_name(referent))


def _has_name(referent: Referent) -> bool:
    return any(mention.form == "name" for mention in referent.mentions)
