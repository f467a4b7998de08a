"""The ledgers of one store: append an article with all that was found in it, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from sqlalchemy import ColumnElement, Connection, Engine, Table, insert, literal, select, text
from sqlalchemy.dialects.sqlite import insert as insert_or_keep

from allegiance.errors import StoreError
from allegiance.records.article import Article, Source
from allegiance.records.bundle import Bundle, Run
from allegiance.records.judgement import Judgement, reading_id
from allegiance.records.signature import Signature
from allegiance.store import _rows, schema
from allegiance.store._sqlite import (
    APPLICATION_ID,
    check_ours,
    engine_for,
    log_ahead,
    told,
    writing,
)
from allegiance.store.migrate import NEWEST, migrate, version_of

News = Literal["new", "reread", "known", "failed"]


@dataclass(frozen=True, slots=True)
class Added:
    """What one bundle brought.

    Attributes:
        news: `failed`: there was no article in it.
        claims: how many were added.
        reprint: it is a new article, and a copy of one that was there.
    """

    news: News
    claims: int = 0
    reprint: bool = False


class Store:
    """An open store; `open_store` and `in_memory` make one."""

    def __init__(self, engine: Engine, location: str) -> None:
        self._engine = engine
        self.location = location

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent look at the ledgers, for queries.

        Raises:
            StoreError: the file cannot be read.
        """
        with told(self.location), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction that appends: all of it is kept, or on any error and on Ctrl-C nothing.

        Raises:
            StoreBusy: another program is writing.
            StoreError: it cannot be written.
        """
        with told(self.location), writing(self._engine) as connection:
            yield connection

    def has_reading(self, article_id: str, run_id: str) -> bool:
        """Has this run read the article, and kept what it found?"""
        wanted = select(schema.reading.c.number).where(
            schema.reading.c.id == reading_id(article_id, run_id)
        )
        with self.reading() as connection:
            return connection.execute(wanted).first() is not None

    def has_article(self, article_id: str) -> bool:
        """Is the article there, by whatever run it was read?"""
        with self.reading() as connection:
            return _there(connection, schema.article.c.id == article_id)

    def signatures_like(self, given: Signature) -> tuple[tuple[str, Signature], ...]:
        """Ids and signatures of articles that may be alike and are no reprints, in the order they came.

        Those that share a band: a few of very many.
        """
        meets = select(schema.band.c.article_id).where(schema.band.c.key.in_(given.bands()))
        wanted = (
            select(schema.signature.c.article_id, schema.signature.c.digits)
            .join(schema.article, schema.article.c.id == schema.signature.c.article_id)
            .where(schema.article.c.reprint_of.is_(None))
            .where(schema.signature.c.article_id.in_(meets))
            .order_by(schema.article.c.number)
        )
        with self.reading() as connection:
            return tuple((row[0], Signature(row[1])) for row in connection.execute(wanted))

    def add(
        self,
        bundle: Bundle,
        run: Run,
        *,
        today: date,
        judgements: Iterable[Judgement] = (),
        signature: Signature | None = None,
    ) -> Added:
        """Keep a bundle, or nothing of it; what this run has already read is not kept twice.

        Raises:
            StoreBusy: another program is writing.
            StoreError: the disk is full, or the like.
        """
        with told(self.location), writing(self._engine) as connection:
            _keep(connection, schema.source, _rows.source_row(bundle.source, today))
            _keep(connection, schema.run, _rows.run_row(run))
            for failure in bundle.failures:
                _keep(connection, schema.failure, _rows.failure_row(failure, run))
            if bundle.article is None:
                return Added("failed")
            return _add_article(
                connection, bundle, bundle.article, run, today, judgements, signature
            )

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Append judgements, such as a reviewer's.

        Raises:
            StoreError: they cannot be written.
        """
        with told(self.location), writing(self._engine) as connection:
            _append(connection, "judgement", [_rows.judgement_row(one) for one in judgements])


def open_store(path: Path, *, create: bool = True) -> Store:
    """Open a store; make an absent one, bring an older one up to date.

    Raises:
        NotAStore: the file is something else; it is not touched.
        NewerStore: a later version wrote it.
        StoreError: it is absent and must not be made, or cannot be opened.
    """
    absent = not path.exists()
    if absent and not create:
        raise StoreError(f"{path} does not exist; `allegiance add` makes it, or name another")
    check_ours(path)
    engine = engine_for(path)
    try:
        with told(str(path)):
            _prepare(engine, str(path))
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, str(path))


def in_memory() -> Store:
    """A store that is gone when it is closed."""
    engine = engine_for(None)
    _prepare(engine, "the store in memory")
    return Store(engine, "the store in memory")


def _prepare(engine: Engine, location: str) -> None:
    if not _up_to_date(engine):
        with writing(engine) as connection:
            connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
            migrate(connection, location)
    log_ahead(engine)


def _up_to_date(engine: Engine) -> bool:
    with engine.connect() as connection:
        ours = connection.execute(text("PRAGMA application_id")).scalar() == APPLICATION_ID
        return ours and version_of(connection) == NEWEST


def _add_article(
    connection: Connection,
    bundle: Bundle,
    article: Article,
    run: Run,
    today: date,
    judgements: Iterable[Judgement],
    signature: Signature | None,
) -> Added:
    reading = reading_id(article.id, run.id)
    if _there(connection, schema.reading.c.id == reading):
        return Added("known")
    new = not _there(connection, schema.article.c.id == article.id)
    if new:
        _add_text(connection, article, bundle.source, today, signature)
    _append(connection, "reading", [_rows.reading_row(reading, article, run, today)])
    for table, rows in _rows.found_rows(reading, bundle).items():
        _append(connection, table, rows)
    _append(connection, "judgement", [_rows.judgement_row(one) for one in judgements])
    reprint = new and article.reprint_of is not None
    return Added("new" if new else "reread", len({c.id for c in bundle.found.claims}), reprint)


def _add_text(
    connection: Connection,
    article: Article,
    source: Source,
    today: date,
    signature: Signature | None,
) -> None:
    _append(connection, "article", [_rows.article_row(article, source.publisher, today)])
    if signature is not None:
        digits = signature.digits
        _append(connection, "signature", [{"article_id": article.id, "digits": digits}])
        bands = signature.bands()
        _append(connection, "band", [{"key": key, "article_id": article.id} for key in bands])


def _there(connection: Connection, which: ColumnElement[bool]) -> bool:
    return connection.execute(select(literal(1)).where(which)).first() is not None


def _append(connection: Connection, table: str, rows: list[_rows.Row]) -> None:
    if rows:
        connection.execute(insert(schema.METADATA.tables[table]), rows)


def _keep(connection: Connection, table: Table, row: _rows.Row) -> None:
    """Append a row that may be there already."""
    connection.execute(insert_or_keep(table).on_conflict_do_nothing(), row)
