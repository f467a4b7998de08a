"""An annotated article: what every extractor looks at. It is never stored and never leaves `extract/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias

from allegiance.records.article import Article

if TYPE_CHECKING:  # Importing spaCy takes half a second; only annotators need it at run time.
    from spacy.tokens import Doc, Token


# Which readers of claims read: the frames of the lexicon, the encoder, or both under one judge.
Readers = Literal["both", "frames", "encoder"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How claims are to be read.

    Attributes:
        explained: is the judge to say why?
    """

    readers: Readers = "both"
    explained: bool = False


PLAIN = Manner()
# The id (`Span.id_`) of entities of a `doc` that the encoder saw, and the model did not or took for something else.
BY_ENCODER = "encoder"
# Two mentions of a sentence by their characters in it, the one that begins first in front; None stands for nobody.
Pair: TypeAlias = "tuple[tuple[int, int] | None, tuple[int, int] | None]"
# A sentence and the pairs of it that are asked about.
Asked: TypeAlias = "tuple[str, Sequence[Pair]]"


def is_acronym(token: Token) -> bool:
    """ "NLF", in capitals where other words of the sentence are not."""
    return token.is_upper and len(token) > 2 and any(word.is_lower for word in token.sent)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What two mentions may have to do with each other, as shares of 1.

    Attributes:
        relations: by predicate and way (True: the mention that comes first is the source; always True where the sides are
            equals); what is lacking to 1 is the share of none.
        events: likewise.
        phases: of the relation, if there is one.
        relation_stances, event_stances: of the relation and of the event, if there is one.
    """

    relations: Mapping[tuple[str, bool], float]
    events: Mapping[tuple[str, bool], float]
    phases: Mapping[str, float]
    relation_stances: Mapping[str, float]
    event_stances: Mapping[str, float]


class PairModel(Protocol):
    """The second reader's model: see `allegiance.annotate.encoder`."""

    def weigh(self, sentences: Sequence[Asked]) -> Iterator[list[Weighed | None]]:
        """What each pair of a sentence's mentions may have to do with each other; None where it cannot be read."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its annotation; `doc.text == article.text`, always.

    Attributes:
        doc: tokens, tags, lemmas, dependencies, sentences and named entities. Where the text is all in capitals the
            annotation is that of the recased text, so look at `token.pos_`, `token.lemma_`, not at letter case.
        pairs: weighs pairs of mentions, for the second reader of claims; None where only the first is to read.
    """

    article: Article
    doc: Doc
    pairs: PairModel | None = None
    manner: Manner = PLAIN
