"""Read one container kind a module into raw articles."""

from allegiance.ingest._walk import forms, may_wait, read

__all__ = ["forms", "may_wait", "read"]
