"""The page to hand on is built from `web/`; here another stands for it, so that these tests need no Node."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from allegiance.export import html


@pytest.fixture(autouse=True, scope="package")
def page_to_fill() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "PAGE", Path(__file__).parent / "page.html")
        yield
