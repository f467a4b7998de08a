"""What copies are found by, so that a new article need not be compared with all others."""

from __future__ import annotations

import sqlalchemy
from alembic import op

from allegiance.records.signature import Signature

revision = "r0003"
down_revision = "r0002"

BAND = sqlalchemy.table("band", sqlalchemy.column("key"), sqlalchemy.column("article_id"))
STAYS = """CREATE TRIGGER band_stays_{} BEFORE {} ON band BEGIN
    SELECT RAISE(ABORT, 'the ledgers are append-only');
END"""


def upgrade() -> None:
    """Make the table, and fill it for the articles that are there."""
    connection = op.get_bind()
    connection.exec_driver_sql(
        "CREATE TABLE band (key BIGINT NOT NULL, article_id TEXT NOT NULL,"
        " FOREIGN KEY(article_id) REFERENCES article (id))"
    )
    connection.exec_driver_sql("CREATE INDEX ix_band_key ON band (key)")
    for article_id, digits in connection.exec_driver_sql(
        "SELECT article_id, digits FROM signature"
    ).all():
        rows = [{"key": key, "article_id": article_id} for key in Signature(digits).bands()]
        connection.execute(sqlalchemy.insert(BAND), rows)
    for change in ("UPDATE", "DELETE"):
        connection.exec_driver_sql(STAYS.format(change.lower(), change))


def downgrade() -> None:
    """There is no way back: the ledgers would be lost."""
    raise NotImplementedError("a store is never taken back to an earlier version")
