"""The form in which names of places are compared."""

from __future__ import annotations

import re
import unicodedata

_SILENT = re.compile(r"[ʻʼʿʾ'’‘`´.]")
_BREAK = re.compile(r"[^a-z0-9]+")


def place_key(name: str) -> str:
    """Lower case, no accents, apostrophes or points; other signs are one space.

    >>> place_key("Deir ez-Zor"), place_key("Ḩimş"), place_key("N'Djamena"), place_key("U.S.")
    ('deir ez zor', 'hims', 'ndjamena', 'us')
    """
    if not name.isascii():
        split = unicodedata.normalize("NFKD", name)
        name = "".join(sign for sign in split if not unicodedata.combining(sign))
    return _BREAK.sub(" ", _SILENT.sub("", name.lower())).strip()
