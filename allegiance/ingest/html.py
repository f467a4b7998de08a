"""Web pages: main text, title, date, byline and site by trafilatura; nothing of a page is ever rendered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, BinaryIO

from allegiance.errors import IngestError
from allegiance.ingest._contract import check_text, source_of, unread, whole
from allegiance.ingest._decode import refuse_binary
from allegiance.records.article import Raw
from allegiance.records.bundle import Unread

if TYPE_CHECKING:
    from trafilatura.settings import Document

SUFFIXES = (".html", ".htm")


def read(stream: BinaryIO, location: str) -> Iterator[Raw | Unread]:
    """The one article of a page; its label is the file's name."""
    label = PurePath(location).name or location
    content = b""
    try:
        content = whole(stream)
        page = _page(content)
        text = check_text(page.text or "")
    except IngestError as error:
        yield unread(source_of(content, "html", location), label, error)
        return
    yield Raw(
        source_of(content, "html", location, page.sitename),
        label,
        text,
        title=page.title,
        byline=page.author,
        published=page.date,
        url=page.url,
        publisher=page.sitename,
        language=None,
    )


def _page(content: bytes) -> Document:
    # Here, not above: half a second that only readers of web pages should wait for.
    from trafilatura import bare_extraction

    if not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse_binary(content)
    found = bare_extraction(
        content, include_comments=False, include_tables=False, with_metadata=True
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise IngestError("no article found in the page; save its text as .txt and give that")
    return found
