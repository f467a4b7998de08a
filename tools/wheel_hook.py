"""Hatchling asks it before it builds: a wheel without the web app would serve nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGES = (Path("allegiance/faces/http/static/index.html"), Path("allegiance/export/page/page.html"))


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses to build a wheel as long as the web app is not built; an editable installation does without."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # Any: hatchling's own.
        """Look for the app's page, and the one to hand on.

        Raises:
            FileNotFoundError: it is not there.
        """
        if version == "editable":
            return
        for page in PAGES:
            if not (Path(self.root) / page).is_file():
                raise FileNotFoundError(
                    f"{page} is absent: the web app is not built; run `make web` first"
                )
