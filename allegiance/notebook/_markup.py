"""HTML and SVG as a tree that is escaped when it is written; no text reaches it unchecked, as names come from strangers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias
from xml.etree.ElementTree import Element, tostring

from allegiance.wording import harmless

Inside: TypeAlias = "Element | str"
# Inherits what it can from the notebook, so that it is dark where the notebook is. Greys are half see-through.
STYLE = """
.allegiance { max-width: 70em; }
.allegiance svg { max-width: 100%; height: auto; }
.allegiance .scroll { max-height: 30em; overflow: auto; }
.allegiance table { border-collapse: collapse; margin: .3em 0 1em; }
.allegiance caption, .allegiance th, .allegiance td { text-align: left; vertical-align: top; }
.allegiance caption { font-weight: bold; padding: .4em 0; }
.allegiance th, .allegiance td { padding: .15em .8em .15em 0; border-bottom: 1px solid rgba(128,128,128,.35); }
.allegiance td.number, .allegiance th.number { text-align: right; }
"""


def element(tag: str, *inside: Inside, **attributes: str | float | None) -> Element:
    """An element; attributes that are None are left out.

    Args:
        inside: elements, and texts between them.
        attributes: `_` stands for `-`; at the end of a name it is dropped (`class_`).
    """
    made = Element(tag, {_name(key): _text(value) for key, value in _given(attributes)})
    for one in inside:
        if isinstance(one, Element):
            made.append(one)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + _harmless(one)
        else:
            made.text = (made.text or "") + _harmless(one)
    return made


def page(*inside: Inside) -> str:
    """What a notebook shows: the elements with their style in a box."""
    box = element("div", element("style", STYLE), *inside, class_="allegiance")
    return tostring(box, encoding="unicode", method="html")


def _given(
    attributes: dict[str, str | float | None],
) -> Iterable[tuple[str, str | float]]:
    return ((key, value) for key, value in attributes.items() if value is not None)


def _name(key: str) -> str:
    return key.removesuffix("_").replace("_", "-")


def _text(value: str | float) -> str:
    # A tenth of a pixel: no machine rounds otherwise, and nobody sees less.
    return _harmless(value) if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")


def _harmless(text: str) -> str:
    """The text on one line; spaces at its ends stay, as other text may stand beside it."""
    return "".join(" " if one.isspace() else harmless(one) for one in text)
