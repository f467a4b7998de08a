"""The map as it was last folded, kept for quick answers."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0004"
down_revision = "r0003"


def upgrade() -> None:
    """Make everything of `r0004_atlas.sql`; the first question fills it."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0004_atlas.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        # As it stands: the driver must not look for parameters in it.
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: no version that needs one keeps an atlas."""
    raise NotImplementedError("a store is never taken back to an earlier version")
