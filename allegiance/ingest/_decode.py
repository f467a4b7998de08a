"""Bytes to text: byte order mark, declared encoding, UTF-8, and only then a guess."""

from __future__ import annotations

import codecs

from allegiance.errors import IngestError

# The longer mark first: that of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
# Of the bytes of an English text: quotation marks, dashes and letters of foreign names.
_MOST_ODD = 0.1


def decode(content: bytes, *, declared: str | None = None) -> str:
    """The text of a file, its byte order mark left out, its line ends left as they are.

    Raises:
        IngestError: the bytes are no text, or in no encoding that can be told.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], encoding)
    refuse_binary(content)
    if declared is not None and _known(declared):
        return _decoded(content, declared)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(content)


def refuse_binary(content: bytes) -> None:
    """Let text pass.

    Raises:
        IngestError: the bytes are those of a picture, an archive, a program.
    """
    kind = next((kind for magic, kind in MAGIC if content.startswith(magic)), None)
    if kind is None and b"\x00" in content:
        kind = "a binary file"
    if kind is not None:
        raise IngestError(f"this is {kind}, not text; save the report as plain text in UTF-8")


def _known(encoding: str) -> bool:
    try:
        codecs.lookup(encoding)
    except LookupError:
        return False
    return True


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise IngestError(
            f"byte {error.start} is not {encoding}, which the file says it is; save it as UTF-8"
        ) from error


def _guessed(content: bytes) -> str:
    """English with a few odd signs is from an old Windows; what is stranger is left to statistics."""
    odd = sum(byte > 0x7F for byte in content)
    if odd <= _MOST_ODD * len(content):
        try:
            return content.decode("cp1252")
        except UnicodeDecodeError:
            pass  # It has bytes that Windows has not.
    return _likeliest(content)


def _likeliest(content: bytes) -> str:
    # Here, not above: few files need it, and it takes time to import.
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    if best is None:
        raise IngestError("the encoding cannot be told; save the file as UTF-8")
    return str(best)
