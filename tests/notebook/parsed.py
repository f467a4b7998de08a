"""What a notebook shows, read as a browser reads it: by a parser of HTML that takes no mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

# What pages are made of: nothing that runs, loads or leads anywhere.
TAGS = set(
    "div style p span code bdi table caption thead tbody tr th td "
    "svg g title text line rect circle polygon polyline".split()
)


def parsed(page: str) -> Element:
    """The root of a page.

    Raises:
        html5lib.html5parser.ParseError: it is not what HTML wants.
    """
    parser = html5lib.HTMLParser(strict=True)
    # The parser tells no types.
    fragment: Any = parser.parseFragment(page)
    return next(iter(fragment))


def tag(element: Element) -> str:
    """Its name, without the namespace."""
    return element.tag.rpartition("}")[2]


def all_of(root: Element, name: str) -> Iterator[Element]:
    return (one for one in root.iter() if tag(one) == name)


def text(element: Element) -> str:
    """All its text on one line."""
    return " ".join("".join(element.itertext()).split())


def rows(root: Element, caption: str) -> list[list[str]]:
    """The cells of a table, below its head."""
    for table in all_of(root, "table"):
        if text(next(all_of(table, "caption"))) == caption:
            (body,) = all_of(table, "tbody")
            return [[text(cell) for cell in row] for row in body]
    raise AssertionError(f"no table {caption!r}")


def titles(root: Element) -> list[str]:
    """What one reads who points at a part of a drawing."""
    return [text(one) for one in all_of(root, "title")]


def drawings(root: Element) -> list[Element]:
    """Those that are more than a sample in a legend."""
    return [one for one in all_of(root, "svg") if one.get("role") == "img"]
