"""Tables of HTML: the twins of the drawings, each row with its evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from allegiance.notebook._markup import Inside, element
from allegiance.notebook._words import claims_words
from allegiance.wording import count

# A notebook keeps what it shows in its file: enough to read, not to scroll for minutes.
SHOWN_ROWS = 200


def grid(
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[Inside]],
    *,
    total: int,
    numbers: Collection[str] = (),
) -> Element:
    """A table that one can scroll by keyboard; it says how many rows it leaves out.

    Args:
        rows: only as many are read as are shown.
        total: how many there are.
        numbers: headings of columns that are aligned to the right.
    """
    kinds = ["number" if heading in numbers else None for heading in headings]
    head = [
        element("th", heading, scope="col", class_=kind)
        for heading, kind in zip(headings, kinds, strict=True)
    ]
    body = [
        element("tr", *(_cell(one, kind) for one, kind in zip(row, kinds, strict=True)))
        for row in islice(rows, SHOWN_ROWS)
    ]
    more = total - SHOWN_ROWS
    rest = [element("p", f"{count(more, 'row')} more: to_pandas() has all.")] if more > 0 else []
    table = element(
        "table",
        element("caption", title),
        element("thead", element("tr", *head)),
        element("tbody", *body),
    )
    return element("div", table, *rest, class_="scroll", tabindex="0")


def evidence(claim_ids: Sequence[str], disputed_by: Sequence[str] = ()) -> Element:
    """The first claims by their short ids; all by their whole ids to whoever points at them."""
    inside = [element("code", claims_words(claim_ids), title=" ".join(claim_ids))]
    if disputed_by:
        against = element("code", claims_words(disputed_by), title=" ".join(disputed_by))
        return element("span", *inside, " against: ", against)
    return element("span", *inside)


def _cell(inside: Inside, kind: str | None) -> Element:
    # A name that is written from right to left must not turn what stands beside it.
    return element("td", element("bdi", inside), class_=kind)
