"""Which state an article is about, so that "the government" is that of somebody; none unless one clearly is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from allegiance.extract._naming.days import Stretch
from allegiance.extract._naming.sighting import Sighting
from allegiance.lexicon.actors import KnownActor
from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.article import Article
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# Fewer mentions tell nothing; and so great a share of all has to be of one country. Set by hand.
LEAST, SHARE = 4, 0.7
# A country in the title or the date line counts so often.
IN_FRONT = 2
# Who is of a country; a newspaper or an aid agency works in many.
_OF_A_COUNTRY = frozenset(
    ("state", "government", "military", "armed-group", "coalition", "party", "person")
)


class Home:
    """The country of one article.

    Attributes:
        code: ISO 3166-1 alpha-2; None where no country dominates.
        because: the counts that say so.
    """

    def __init__(
        self,
        doc: Doc,
        article: Article,
        names: Iterable[Sighting],
        places: Iterable[Where],
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._told = _told(doc, article, names, tuple(places), lexicon)
        self._at = sorted(self._told)
        counts = Counter(self._told.values())
        counts.update(_in_front(article, places, lexicon))
        first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        every = counts.total()
        self.code = first[0] if first[1] >= LEAST and first[1] >= SHARE * every else None
        self.because = (
            f"{first[1]} of {every} mentions of countries are of {self._called(first[0])}"
        )
        if self.code is None:
            self.because = f"no country dominates: {self.because}"
            self.because += f", {second[1]} of {self._called(second[0])}" if second[1] else ""

    def state(self, stretch: Stretch | None) -> KnownActor | None:
        """The state of that country on some days; None where there is none, or which is open."""
        if self.code is None:
            return None
        states = [
            one
            for one in self._lexicon.states_of_country.get(self.code, ())
            if (one.end is None if stretch is None else one.is_active(*stretch))
        ]
        # Regions that news treats as states have the country of the state that they are in.
        named = [one for one in states if one.name == self._called(self.code)]
        return (named or states)[0] if len(named or states) == 1 else None

    def other_near(self, head: Token) -> str | None:
        """The country that was last named before a token, in its sentence or the one before, if it is another one."""
        near = bisect_left(self._at, head.i) - 1
        sentence = head.sent.start
        first = head.doc[sentence - 1].sent.start if sentence > 0 else sentence
        if near < 0 or self._at[near] < first or self._told[self._at[near]] == self.code:
            return None
        return self._called(self._told[self._at[near]])

    def _called(self, code: str) -> str:
        country = self._lexicon.gazetteer.country(code)
        return country.name if country is not None else code or "any"


def _told(
    doc: Doc,
    article: Article,
    names: Iterable[Sighting],
    places: tuple[Where, ...],
    lexicon: Lexicon,
) -> dict[int, str]:
    """Countries by the tokens that tell them: places, adjectives, and names of those who are of one country."""
    at = {place.span.start: place.country for place in places if place.country is not None}
    found: dict[int, str] = {}
    for token in doc:
        code = at.get(token.idx) or lexicon.country_of_adjective.get(token.text)
        if code is not None:
            found[token.i] = code
    for name in names:
        code = _country_of(name)
        if code is not None and found.keys().isdisjoint(range(name.start, name.end)):
            found[name.start] = code
    return {
        token: code
        for token, code in found.items()
        if not any(span.start <= doc[token].idx < span.end for span in article.furniture)
    }


def _country_of(name: Sighting) -> str | None:
    """That of the only one whom a name means."""
    row = name.known[0] if len(name.known) == 1 else None
    if row is None or row.kind not in _OF_A_COUNTRY or len(row.country) != 1:
        return None
    return row.country[0]


def _in_front(article: Article, places: Iterable[Where], lexicon: Lexicon) -> Iterator[str]:
    """The countries of title and date line, as often as they count beyond the text."""
    if article.title is not None:
        title = f" {article.title} "
        named = {
            place.country
            for place in places
            if place.country is not None and f" {place.span.of(article.text)} " in title
        }
        named |= {
            code for word in title.split() if (code := lexicon.country_of_adjective.get(word))
        }
        yield from sorted(named) * IN_FRONT
    if article.dateline is not None:
        held = (one for one in places if article.dateline.holds(one.span) and one.country)
        yield from [one.country for one in held if one.country is not None][:1] * (IN_FRONT - 1)
