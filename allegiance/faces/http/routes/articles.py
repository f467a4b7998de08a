"""`/articles`: the reports, one of them with all that was read in it, and new ones."""

from __future__ import annotations

from fastapi import APIRouter, Response

from allegiance.faces.http.answers import Answer, json_of
from allegiance.faces.http.asking import Asked, Words
from allegiance.faces.http.cursors import Cursor, Limit, cursor_of, key_of
from allegiance.faces.http.jobs import Desk
from allegiance.faces.http.receiving import BODY, Given
from allegiance.faces.http.shapes import ArticlePage, JobBegun
from allegiance.records.marked import ArticleRead
from allegiance.session import Session

ROUTER = APIRouter(tags=["articles"])


@ROUTER.get("/articles", response_model=ArticlePage)
def articles(
    answer: Answer, asked: Asked, q: Words = "", cursor: Cursor = None, limit: Limit = None
) -> Response:
    """Reports, the latest first; `from` and `to` are days of publication; `q`: whose title or text holds these words."""
    after = key_of(cursor)

    def ask(session: Session) -> ArticlePage:
        page = session.articles(asked, q, after=after, limit=limit or 100)
        return ArticlePage(page.rows, page.total, cursor_of(page.next))

    return answer.give(ask)


@ROUTER.get("/articles/{article_id}", response_model=ArticleRead)
def article(answer: Answer, article_id: str) -> Response:
    """A report's text with every claim, statement, actor, date, place and toll that was read in it."""
    return answer.give(lambda session: session.article(article_id))


@ROUTER.post("/articles", status_code=202, response_model=JobBegun, openapi_extra=BODY)
def add(desk: Desk, given: Given) -> Response:
    """Read reports into the store: files (.txt, .html, .htm, .jsonl), or one text. What is there already is not added again."""
    return json_of(JobBegun(desk.begin(given)), status=202)
