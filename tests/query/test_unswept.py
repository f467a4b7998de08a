"""Where very much is made at once the collector of cycles waits, and goes on afterwards whatever happened."""

from __future__ import annotations

import gc

import pytest

from allegiance.query.unswept import unswept


def test_the_collector_waits_and_goes_on() -> None:
    with unswept():
        assert not gc.isenabled()
        with unswept():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(KeyError), unswept():
        raise KeyError
    assert gc.isenabled()
