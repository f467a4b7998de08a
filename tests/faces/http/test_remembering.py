"""The last answers, as many as there is room for."""

from __future__ import annotations

from allegiance.faces.http.remembering import Answers, Sent

TEN = Sent(b"0123456789", "")


def test_an_answer_is_found_by_tag_and_address() -> None:
    answers = Answers(100)
    answers.keep("tag", "/claims", TEN)
    assert answers.find("tag", "/claims") is TEN
    assert answers.find("other", "/claims") is None
    assert answers.find("tag", "/events") is None


def test_the_one_that_was_not_asked_for_longest_goes_first() -> None:
    answers = Answers(25)
    answers.keep("tag", "/a", TEN)
    answers.keep("tag", "/b", TEN)
    assert answers.find("tag", "/a") is TEN
    answers.keep("tag", "/c", TEN)
    assert [answers.find("tag", one) for one in ("/a", "/b", "/c")] == [TEN, None, TEN]


def test_what_is_larger_than_all_room_drives_nothing_out() -> None:
    answers = Answers(15)
    answers.keep("tag", "/a", TEN)
    answers.keep("tag", "/b", Sent(b"0" * 16, ""))
    assert answers.find("tag", "/a") is TEN
    assert answers.find("tag", "/b") is None
