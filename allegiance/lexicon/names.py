"""Names made comparable: what differs only in spelling habits becomes equal. Never shown to anybody."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# The Arabic article, as it is joined to a word or stands before it; and the English one.
ARTICLE = re.compile(r"\b(?:a[dlnrstz]|ash|ath|e[ls]|ul)-(?=\w)|\b(?:al|el|the)\b")
NO_WORD = re.compile(r"[^\w\s]|_")
APOSTROPHES = re.compile("['’‘`ʿʾʻʼ]")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What names are compared by: no case, marks, articles or hyphens.

    >>> name_key("The al-Nusra Front") == name_key("Al Nusra front") == name_key("Nusra  Front")
    True
    >>> name_key("Jama'at Ansār")
    'jamaat ansar'
    """
    text = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    text = APOSTROPHES.sub("", text.casefold())
    words = NO_WORD.sub(" ", ARTICLE.sub(" ", text.replace("‑", "-").replace("–", "-"))).split()
    # A name that is nothing but articles or marks is compared as it stands.
    return " ".join(words) or name.casefold().strip()
