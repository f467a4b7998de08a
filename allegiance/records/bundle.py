"""Everything read of one article: what travels between engines, and what `extract` prints."""

from __future__ import annotations

from dataclasses import dataclass

from allegiance.records.article import Article, Source
from allegiance.records.claim import Claim
from allegiance.records.mention import Referent
from allegiance.records.ruling import Ruling, Unnamed
from allegiance.records.statement import Statement
from allegiance.records.toll import Toll
from allegiance.records.when import DatePhrase
from allegiance.records.where import Where


@dataclass(frozen=True, slots=True)
class Failure:
    """A loss that is not hidden.

    Attributes:
        step: the room in which it happened.
        reason: one sentence with the remedy.
    """

    source_id: str
    step: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A source, or a line of one, of which no article came.

    Attributes:
        label: the caller's id where it is known, otherwise the file's name or `path:line`.
    """

    source: Source
    label: str
    failure: Failure


@dataclass(frozen=True, slots=True)
class Run:
    """What produced a claim.

    Attributes:
        lexicon_sha256: of the data files; behind a "+", of the user's files that were laid over them.
        models: names with versions, in order.
    """

    id: str
    code_version: str
    settings_sha256: str
    lexicon_sha256: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the extractors have found so far; each adds its own kind of thing.

    Attributes:
        home: the country that the article is about, ISO 3166-1 alpha-2; empty where none clearly is.
        rulings: why the judge of both readers kept or dropped what; empty unless asked for.
        unnamed: whose "the government" was read as, and why; empty unless asked for.
    """

    referents: tuple[Referent, ...] = ()
    places: tuple[Where, ...] = ()
    dates: tuple[DatePhrase, ...] = ()
    tolls: tuple[Toll, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    unnamed: tuple[Unnamed, ...] = ()
    home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bundle:
    """One source, its article if it could be read, and what was found in it.

    Attributes:
        label: the caller's id, given even where no article came of it.
    """

    source: Source
    label: str
    article: Article | None
    found: Found
    failures: tuple[Failure, ...] = ()
