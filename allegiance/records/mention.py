"""Who is named in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from allegiance.records.span import Span

Form = Literal["name", "nominal", "pronoun"]
ActorKind = Literal[
    "state",
    "government",
    "military",
    "armed-group",
    "coalition",
    "party",
    "organisation",
    "intergovernmental",
    "media",
    "person",
    "population",
]


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Words that name an actor.

    Attributes:
        rule: the lexicon line, pattern or model that saw them.
    """

    span: Span
    form: Form
    rule: str


@dataclass(frozen=True, slots=True)
class Referent:
    """One real-world actor inside one article; who it is across articles is a judgement.

    Attributes:
        id: `a1`, `a2`, ... in order of first mention.
        name: the fullest name in the article, or the knowledge base's where it is known.
        knowledge_id: the row of the knowledge base; None where it knows no such actor.
        mentions: in text order, at least one.
    """

    id: str
    name: str
    kind: ActorKind
    knowledge_id: str | None
    mentions: tuple[Mention, ...]
