"""What new rows bear on, found without looking at all others."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "r0007"
down_revision = "r0006"


def upgrade() -> None:
    """Make everything of `r0007_touched.sql`; what was kept of conflicts is found anew when somebody asks."""
    here = files("allegiance.store.migrations.versions")
    script = (here / "r0007_touched.sql").read_text(encoding="utf-8")
    for statement in script.split("\n\n"):
        op.get_bind().exec_driver_sql(statement)


def downgrade() -> None:
    """There is no way back: no version that needs one keeps track of what has changed."""
    raise NotImplementedError("a store is never taken back to an earlier version")
