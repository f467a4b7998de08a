"""What is kept only as long as there is room."""

from __future__ import annotations

from allegiance.annotate._recent import Recent


def test_what_was_asked_for_the_longest_ago_goes_first() -> None:
    recent: Recent[str, int] = Recent(room=10)
    recent.keep("a", 1, size=4)
    recent.keep("b", 2, size=4)
    assert recent.get("a") == 1
    recent.keep("c", 3, size=4)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (1, None, 3)


def test_what_has_no_room_at_all_is_not_kept() -> None:
    recent: Recent[str, int] = Recent(room=3)
    recent.keep("a", 1, size=4)
    assert recent.get("a") is None
