"""Articles are kept, each linked to the one that it goes back to."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from pathlib import Path

from allegiance.lexicon.lexicon import load
from allegiance.pipeline.keep import Keeping
from allegiance.records.bundle import Bundle, Found
from allegiance.store.store import Store, in_memory, open_store
from tests.clean.test_reprints import OTHER, REWRITE, STORY
from tests.telling import Said, report


def bundle(text: str, publisher: str) -> Bundle:
    made = report("2014-02-03", Said("Dawn Brigade", "rivalry", "Northern Front"))
    assert made.article is not None
    article = replace(made.article, id=f"article-{publisher}", text=text, publisher=publisher)
    return replace(made, article=article, found=Found())


def links(store: Store) -> dict[str, str | None]:
    with store.reading() as connection:
        return dict(connection.exec_driver_sql("SELECT publisher, reprint_of FROM article").all())


def keep_all(store: Store, *texts: tuple[str, str]) -> Keeping:
    keeping = Keeping(store, load(), today=date(2020, 1, 1))
    for publisher, text in texts:
        keeping.keep(bundle(text, publisher))
    return keeping


def test_copies_and_rewrites_are_linked_to_the_first_never_to_each_other() -> None:
    store = in_memory()
    texts = (("Wire", STORY), ("Post", OTHER), ("Sun", REWRITE), ("Echo", STORY + " (Wire)"))
    kept = keep_all(store, *texts)
    assert links(store) == {
        "Wire": None,
        "Post": None,
        "Sun": "article-Wire",
        "Echo": "article-Wire",
    }
    assert kept.summary(actors=0).reprints == 2


def test_a_later_run_finds_the_articles_of_an_earlier_one() -> None:
    store = in_memory()
    keep_all(store, ("Wire", STORY))
    keep_all(store, ("Sun", REWRITE))
    assert links(store)["Sun"] == "article-Wire"


def undo_newer_forms(connection: sqlite3.Connection) -> None:
    """Take away what the forms after r0002 have added."""
    added = "SELECT name FROM sqlite_master WHERE type = 'table' AND (name = 'band' OR name LIKE 'atlas%')"
    for (name,) in connection.execute(added).fetchall():
        connection.execute(f'DROP TABLE "{name}"')
    connection.execute("DROP INDEX ix_article_reprint_of")


def test_a_store_of_an_earlier_version_finds_its_copies_too(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    store = open_store(path)
    keep_all(store, ("Wire", STORY))
    store.close()
    with sqlite3.connect(path) as connection:
        undo_newer_forms(connection)
        connection.execute("UPDATE alembic_version SET version_num = 'r0002'")
    store = open_store(path)
    keep_all(store, ("Sun", REWRITE))
    assert links(store)["Sun"] == "article-Wire"
    store.close()
