"""XML of trees that are written as they grow."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
# What XML 1.0 (section 2.2) has no way to write, not even as a reference.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def attribute(text: str) -> str:
    r"""A text in quotation marks, as the value of an attribute; what XML cannot hold is shown as a placeholder.

    >>> attribute('a < "b"\x1b')
    '\'a &lt; "b"\ufffd\''
    """
    return quoteattr(_writable(text), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})


def content(text: str) -> str:
    """A text between tags."""
    return escape(_writable(text), {"\r": "&#13;"})


def tag(name: str, **attributes: str | None) -> str:
    """The inside of a tag, without its brackets; attributes that are None are left out, a `_` at the end of a name, too."""
    given = (
        f" {key.rstrip('_')}={attribute(value)}"
        for key, value in attributes.items()
        if value is not None
    )
    return name + "".join(given)


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
