"""Every container reads what it can, and gives a reason and a remedy for what it cannot."""

from __future__ import annotations

import io
import json

import pytest

from allegiance import shelf
from allegiance.ingest import forms, html, jsonl, text
from allegiance.ingest._contract import MOST_BYTES, MOST_CHARACTERS, Container
from allegiance.records.article import Raw
from allegiance.records.bundle import Unread

WORDS = "The rebels took the town."


def taken(container: object, content: bytes, location: str = "in/report") -> list[Raw | Unread]:
    assert isinstance(container, type(text))
    return list(container.read(io.BytesIO(content), location))


def only(container: object, content: bytes, location: str = "in/report") -> Raw | Unread:
    found = taken(container, content, location)
    assert len(found) == 1
    return found[0]


def article(container: object, content: bytes) -> Raw:
    found = only(container, content)
    assert isinstance(found, Raw), found
    return found


def reason(container: object, content: bytes) -> str:
    found = only(container, content)
    assert isinstance(found, Unread), found
    return found.failure.reason


@pytest.mark.parametrize("name", shelf.names("allegiance.ingest"))
@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG picture"),
        (b"SQLite format 3\x00" + bytes(100), "SQLite database"),
        (b"some\x00thing", "binary file"),
        (b"%PDF-1.7 abc", "PDF document"),
    ],
)
def test_what_is_no_text_is_refused_by_every_container(
    name: str, content: bytes, wanted: str
) -> None:
    container = shelf.take("allegiance.ingest", name)
    assert wanted in reason(container, content)
    assert "in/report" in reason(container, content)


@pytest.mark.parametrize("container", [text, html])
@pytest.mark.parametrize("content", [b"", b" \r\n\t"])
def test_an_empty_file_is_refused(container: Container, content: bytes) -> None:
    assert "is empty" in reason(container, content)


@pytest.mark.parametrize("container", [text, html])
def test_a_file_longer_than_any_report_is_refused(container: Container) -> None:
    assert "16 MiB" in reason(container, b"a " * (MOST_BYTES // 2 + 1))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xef\xbb\xbfIt fell.", "It fell."),
        ("It fell – at last.".encode("utf-16"), "It fell – at last."),
        ("It fell.".encode("utf-32"), "It fell."),
        ("Mr Muñoz left the city of Bogotá with his men.".encode("latin-1"),
         "Mr Muñoz left the city of Bogotá with his men."),
        ("“It fell” – he said, and the rebels’ leader left the town.".encode("cp1252"),
         "“It fell” – he said, and the rebels’ leader left the town."),
        (b"One.\r\n\r\nTwo.\rThree.\n", "One.\r\n\r\nTwo.\rThree.\n"),
        ("re\u00adbels\u200f \u2028x".encode(), "re\u00adbels\u200f \u2028x"),
    ],
)  # fmt: skip
def test_text_is_decoded_and_otherwise_untouched(content: bytes, expected: str) -> None:
    assert article(text, content).text == expected


def test_a_file_that_breaks_its_own_mark_is_refused() -> None:
    assert "byte 3 is not utf-8" in reason(text, b"\xef\xbb\xbfab \xff\xfe")


def test_a_text_file_is_labelled_by_its_name() -> None:
    found = only(text, WORDS.encode(), "folder/a report.txt")
    assert (found.label, found.source.location) == ("a report.txt", "folder/a report.txt")
    assert only(text, WORDS.encode(), "-").label == "-"


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_a_line_gives_an_article_with_all_that_it_says() -> None:
    given = {"title": "T", "published": "2014-02-03", "url": "https://example.org/1",
             "publisher": "The Paper", "language": "en", "byline": "By X"}  # fmt: skip
    found = article(jsonl, line(id="a1", text=WORDS, **given))
    assert (found.label, found.text, found.source.publisher) == ("a1", WORDS, "The Paper")
    assert {name: getattr(found, name) for name in given} == given


@pytest.mark.parametrize(
    ("content", "label", "wanted"),
    [
        (b"{broken", "in/report:1", "is not JSON"),
        (b"[" * 100_000, "in/report:1", "is not JSON"),
        (b"[1, 2]", "in/report:1", "holds a list"),
        (b"\xff{}", "in/report:1", "byte 0 of the line is not UTF-8"),
        (line(id="a"), "a", 'has no "text"'),
        (line(id="a", text=None), "a", 'has no "text"'),
        (line(id="a", text=3), "a", '"text" is a int'),
        (line(id="a", text=" \n"), "a", "the text is empty"),
        (line(id=7, text=""), "7", "the text is empty"),
        (line(id=["a"], text=""), "in/report:1", "the text is empty"),
        (line(id="a", text=WORDS, published=2014), "a", '"published" is a int'),
        (line(id="a", text="half \ud83d pair"), "a", "character 5 is half of a surrogate pair"),
        (line(id="a", text="a\0b"), "a", "character 1 is a NUL"),
        (line(id="\ud83d", text=""), "?", "the text is empty"),
        (line(id="a", text="a" * (MOST_CHARACTERS + 1)), "a", "the most is 2,000,000"),
    ],
)  # fmt: skip
def test_a_bad_line_is_given_with_label_and_reason(content: bytes, label: str, wanted: str) -> None:
    found = only(jsonl, content)
    assert isinstance(found, Unread)
    assert found.label == label
    assert wanted in found.failure.reason
    assert found.failure.reason.startswith("in/report:1: ")
    assert found.failure.step == "read"


def test_one_bad_line_of_many_loses_itself_alone() -> None:
    good = line(id="a", text=WORDS)
    content = b"\n".join([b"\xef\xbb\xbf" + good, b"", b"{oops", good, b'{"id": 1}', good])
    kinds = [type(found).__name__ for found in taken(jsonl, content)]
    assert kinds == ["Raw", "Unread", "Raw", "Unread", "Raw"]


def test_lines_end_at_a_line_feed_alone() -> None:
    odd = "One.\u2028Two.\x0cThree.\x85Four."
    content = json.dumps({"id": "a", "text": odd}, ensure_ascii=False).encode()
    assert article(jsonl, content + b"\r\n").text == odd


class Counted(io.BytesIO):
    """Remembers the longest piece that was asked for."""

    longest = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        found = super().readline(size)
        self.longest = max(self.longest, len(found))
        return found


def test_a_line_of_fifty_megabytes_is_refused_without_being_held() -> None:
    huge = b'{"id": "a", "text": "' + b"a" * 50_000_000 + b'"}\n'
    stream = Counted(huge + line(id="b", text=WORDS))
    first, second = jsonl.read(stream, "in")
    assert isinstance(first, Unread)
    assert "longer than 16 MiB" in first.failure.reason
    assert second.label == "b"
    assert stream.longest <= MOST_BYTES + 1


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Town falls - The Paper</title>
<meta property="og:title" content="Town falls"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="2014-02-03T10:00:00Z"><meta name="author" content="Jane Example">
<link rel="canonical" href="https://example.org/town-falls"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Town falls</h1><p>{WORDS * 5}</p><p>{"The army denied it. " * 8}</p></article>
<script>alert("no")</script><footer>Copyright</footer></body></html>"""


def test_a_page_gives_its_main_text_and_what_it_says_of_itself() -> None:
    found = article(html, PAGE.encode())
    assert WORDS in found.text
    assert "alert" not in found.text
    assert "<" not in found.text
    assert (found.title, found.published, found.publisher) == (
        "Town falls",
        "2014-02-03",
        "The Paper",
    )
    assert (found.byline, found.url) == ("Jane Example", "https://example.org/town-falls")


def test_a_broken_page_is_read_as_far_as_it_goes() -> None:
    broken = PAGE[: PAGE.index("</article>")].replace("</p>", "").replace("<html", "<hmtl")
    assert WORDS in article(html, broken.encode()).text


@pytest.mark.parametrize(
    "content", [b"<html><body></body></html>", b"<p", b"<<<>>>", b"\xff\xfe\xff"]
)
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    assert "in/report: " in reason(html, content)


def test_a_page_in_a_declared_encoding_is_decoded() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace(
        "town.", "t\u00f6wn."
    )
    assert "t\u00f6wn" in article(html, page.encode("cp1252")).text


def test_the_same_bytes_at_the_same_place_are_the_same_source() -> None:
    assert article(text, WORDS.encode()).source == article(text, WORDS.encode()).source
    other = only(text, WORDS.encode(), "elsewhere")
    assert other.source.id != article(text, WORDS.encode()).source.id


def test_no_two_containers_want_the_same_suffix() -> None:
    parts = [shelf.take("allegiance.ingest", name) for name in shelf.names("allegiance.ingest")]
    suffixes = [suffix for part in parts for suffix in part.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))
    assert forms() == ("htm", "html", "jsonl", "txt")
