"""ETags: an answer is the same until the store, the program or the lexicon is another."""

from __future__ import annotations

from fastapi import Request

from allegiance.records.canonical import digest


def etag_of(edition: str, by: str, form: str) -> str:
    """The tag of one form of an answer; which answer it is, its address says.

    Args:
        by: who decides where nobody else is named: some answers tell.
    """
    return f'"{digest("tag", edition, by, form)}"'


def is_known(request: Request, etag: str) -> bool:
    """Has the caller got this very answer (RFC 9110, section 13.1.2)?"""
    given = request.headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    return etag in tags or "*" in tags
