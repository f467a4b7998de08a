"""Hatchling asks it before it builds: a wheel without the web app would serve nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PAGE = Path("allegiance/faces/http/static/index.html")


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses to build a wheel as long as the web app is not built; an editable installation does without."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # Any: hatchling's own.
        """Look for the app's page.

        Raises:
            FileNotFoundError: it is not there.
        """
        if version != "editable" and not (Path(self.root) / PAGE).is_file():
            raise FileNotFoundError(
                f"{PAGE} is absent: the web app is not built; run `make web` first"
            )
