"""What is told of one incident in several sentences: "A bomb went off. Two *were killed* in the *attack*.", by explosives.

The means are taken from the nearest deed that tells them, unless day, place or doer are others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from allegiance.extract import _syntax as syntax
from allegiance.extract._claiming.across import DEFINITE, Draft
from allegiance.extract._claiming.means import BARE, PREPOSITIONS
from allegiance.lexicon.counting import Counting
from allegiance.lexicon.frames import Form
from allegiance.records.claim import Codes
from allegiance.records.when import When
from allegiance.records.where import Where

if TYPE_CHECKING:  # Annotation only: importing spaCy is slow.
    from spacy.tokens import Doc, Token

# Who is hurt where somebody was carried off, or a house set on fire, was not hurt by that.
LENT = frozenset(
    f"{BARE}/{mode}"
    for mode in ("aerial", "explosives", "firearms", "heavy-weapons", "suicide-attack")
)
# What tells its means, what may be told once more with them, and what was suffered from either.
Sort = Literal["deed", "attack", "harm"]
# Sentences back to what is told once more, and on to it; back to it where the words say that it was told ("the attack").
REACH: Mapping[Sort, tuple[int, int]] = {"attack": (1, 2), "harm": (3, 1)}
TAKEN_UP = 10


@dataclass(frozen=True, slots=True)
class Deed:
    """Force that was used, whether or not the text says by whom and against whom.

    Attributes:
        doer: the referent that did it; None where none is named.
    """

    trigger: Token
    form: Form
    when: When | None
    where: Where | None
    doer: str | None


def with_means(
    drafts: Iterable[Draft], deeds: Sequence[Deed], doc: Doc, counting: Counting
) -> Iterator[Draft]:
    """The drafts; attacks and harm with the means that the article tells elsewhere."""
    lent = _lent(deeds, doc, counting)
    for draft in drafts:
        form = lent.get(draft.instance.trigger.i)
        if form is None or form.plover is None or draft.form.plover != BARE:
            yield draft
        else:
            yield replace(draft, claim=replace(draft.claim, codes=Codes(form.cameo, form.plover)))


def _lent(deeds: Sequence[Deed], doc: Doc, counting: Counting) -> dict[int, Form]:
    """The forms that deeds without means take from others, by their triggers."""
    sentences = {sentence.start: n for n, sentence in enumerate(doc.sents)}
    told = [deed for deed in deeds if _sort(deed, counting) == "deed"]
    found: dict[int, Form] = {}
    for sort in ("attack", "harm"):
        here = [deed for deed in deeds if _sort(deed, counting) == sort]
        mended = [replace(deed, form=_form(deed, sort, told, sentences)) for deed in here]
        found |= {deed.trigger.i: deed.form for deed in mended if deed.form.plover in LENT}
        told += mended
    return found


def _sort(deed: Deed, counting: Counting) -> Sort:
    if deed.form.plover != BARE:
        return "deed"
    lemma = syntax.lemma_of(deed.trigger)
    harms = lemma in counting.doing or lemma in counting.suffering or lemma in counting.nouns
    return "harm" if harms else "attack"


def _form(deed: Deed, sort: Sort, told: Sequence[Deed], sentences: Mapping[int, int]) -> Form:
    back, on = REACH[sort]
    if _is_taken_up(deed.trigger):
        back = TAKEN_UP
    here = sentences[deed.trigger.sent.start]
    alone = len({other.form.plover for other in told}) == 1
    near = [
        other
        for other in told
        if alone or -on <= here - sentences[other.trigger.sent.start] <= back
        if _agree(deed, other)
    ]
    nearest = min(near, key=lambda other: _apart(deed.trigger, other.trigger), default=deed)
    return nearest.form


def _is_taken_up(trigger: Token) -> bool:
    """ "The attack", "killed in the attack", "claimed responsibility for the act"."""
    if trigger.pos_ == "NOUN":
        return any(child.lower_ in DEFINITE for child in trigger.lefts)
    held = [noun for word in PREPOSITIONS for noun in syntax.prepositional(trigger, word)]
    for noun in syntax.logical_objects(trigger):
        held += syntax.prepositional(noun, "for")
    return any(noun.pos_ == "NOUN" and _is_taken_up(noun) for noun in held)


def _apart(one: Token, other: Token) -> int:
    """Tokens between, what follows counted double."""
    return one.i - other.i if other.i < one.i else 2 * (other.i - one.i)


def _agree(one: Deed, other: Deed) -> bool:
    """No other day, no other place, no other doer."""
    if one.doer is not None and one.doer != other.doer:
        return False
    if one.where is not None and other.where is not None and one.where.name != other.where.name:
        return False
    return one.when is None or other.when is None or _meet(one.when, other.when)


def _meet(one: When, other: When) -> bool:
    starts = one.start is None or other.end is None or one.start < other.end
    ends = other.start is None or one.end is None or other.start < one.end
    return starts and ends
