"""The network is drawn, whether things may move or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import ready

Visit = Callable[..., Page]
# On one lie the ties, on the other the names.
LAYERS = ("sigma-edgeLabels", "sigma-labels")
INKED = """canvas => {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value, at) => at % 4 === 3 && value > 0);
}"""
# One a tenth of a second: what is drawn comes a moment after the page.
LOOKS = 100


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("layer", LAYERS)
def test_there_is_ink_on_the_picture(
    samples: str, visit: Visit, motion: Literal["reduce", "no-preference"], layer: str
) -> None:
    page = ready(visit(f"{samples}/network?on=2014-02-10", reduced_motion=motion))
    expect(page.locator(f"main canvas.{layer}")).to_have_count(1)
    assert any(inked(page, layer) for _ in range(LOOKS))


def inked(page: Page, layer: str) -> bool:
    """Is anything drawn on a layer? Waits a moment before it looks."""
    page.wait_for_timeout(100)
    found: bool = page.locator(f"main canvas.{layer}").evaluate(INKED)
    return found
