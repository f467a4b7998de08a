"""Names come from articles: whatever their characters, a page shows them and does nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegiance.lexicon.lexicon import load
from allegiance.notebook._pages import history_page, network_page, profile_page
from allegiance.records.answer import Profile
from allegiance.records.history import History
from allegiance.records.network import Network
from allegiance.wording import safe
from tests.notebook.parsed import TAGS, parsed, rows, tag, titles
from tests.notebook.told import DAWN, session

HARD = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onload='alert(1)",
    "</svg></title></style><iframe>",
    "]]><!--",
    "&lt;b&gt; &amp;",
    "\u202egnirts",
    "\u2066inside\u2069",
    "\x00\x1b[31m\ufffe",
    "ألوية \u200cالفجر",
    "a\r\nb\tc",
    "\U0001f3f4",
    "=1+1",
]
NAMES = st.sampled_from(HARD) | st.text(min_size=1, max_size=30)
# What a page may say of an element; nothing that begins with "on", and no address.
ATTRIBUTES = set(
    "class style title tabindex scope role aria-label aria-hidden viewBox width height x y x1 y1 x2 y2 cx cy r points "
    "fill stroke opacity fill-opacity stroke-width stroke-dasharray text-anchor".split()
)
STORE = session()
NETWORK, HISTORY, PROFILE = STORE.network(), STORE.history(), STORE.profile(DAWN)


def pages(name: str) -> list[str]:
    """A map, a history and a profile in which everybody and everything bears the name."""
    actors = tuple(replace(one, name=name) for one in NETWORK.actors)
    places = tuple(replace(one, name=name) for one in NETWORK.places)
    events = tuple(replace(one, place=name) for one in NETWORK.events)
    network: Network = replace(NETWORK, actors=actors, places=places, events=events)
    whose = tuple(replace(one, name=name) for one in HISTORY.actors)
    history: History = replace(HISTORY, actors=whose, places=places)
    lines = tuple(
        replace(one, other=name, report=replace(one.report, title=name, publisher=name))
        for one in PROFILE.lines
    )
    who = replace(PROFILE.actor, name=name)
    profile: Profile = replace(PROFILE, actor=who, names=(name,), lines=lines)
    lexicon = load()
    return [network_page(network, lexicon), history_page(history, lexicon), profile_page(profile)]


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_no_name_becomes_markup(name: str) -> None:
    for page in pages(name):
        root = parsed(page)
        assert {tag(one) for one in root.iter()} <= TAGS
        assert {key for one in root.iter() for key in one.attrib} <= ATTRIBUTES


@pytest.mark.parametrize("name", HARD)
def test_every_name_is_shown_as_it_is_written(name: str) -> None:
    network, history, profile = map(parsed, pages(name))
    shown = safe(name)
    assert {row[0] for row in rows(network, "Relations")} == {shown}
    assert {row[2] for row in rows(history, "Relations over time")} == {shown}
    assert rows(profile, "Allies")[0][1] == f"ally of {shown}"
    assert all(shown in title for title in titles(network))


def test_marks_that_turn_the_direction_of_writing_are_shown_as_a_placeholder() -> None:
    for page in pages("Dawn \u202edaeha\u2066 Brigade"):
        assert not {"\u202e", "\u2066"} & set(page)
        assert "Dawn \ufffddaeha\ufffd Brigade" in page
