"""What a session answers shows itself, and is the record that it shows."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from allegiance.errors import UsageError
from allegiance.notebook.answers import ShownHistory, ShownNetwork, ShownProfile
from allegiance.records.canonical import canonical
from allegiance.records.history import History
from allegiance.records.network import Network
from tests.made import NETWORK
from tests.notebook.parsed import TAGS, drawings, parsed, rows, tag, text
from tests.notebook.told import DAWN, FRONT, GUARDS, session


class Printed:
    """What IPython prints."""

    def __init__(self) -> None:
        self.words = ""

    def text(self, text: str) -> None:
        self.words += text


def answers() -> list[ShownNetwork | ShownHistory | ShownProfile]:
    store = session()
    return [store.network(), store.history(), store.history(DAWN), store.profile(DAWN)]


def test_what_a_session_answers_is_the_record() -> None:
    network, history, *_ = answers()
    assert isinstance(network, Network)
    assert isinstance(history, History)
    assert canonical(ShownNetwork.showing(NETWORK)) == canonical(NETWORK)


def test_a_changed_or_travelled_answer_still_shows_itself() -> None:
    for answer in answers():
        travelled = pickle.loads(pickle.dumps(answer))
        assert travelled == answer
        assert travelled._repr_html_() == answer._repr_html_()
    network = answers()[0]
    assert isinstance(network, ShownNetwork)
    assert isinstance(replace(network, events=()), ShownNetwork)


def test_every_page_is_html_without_a_mistake_and_nothing_in_it_runs_or_loads() -> None:
    for answer in answers():
        root = parsed(answer._repr_html_())
        assert {tag(one) for one in root.iter()} <= TAGS
        assert not [one for one in root.iter() if any("href" in key for key in one.attrib)]


def test_the_same_answer_is_the_same_page() -> None:
    assert [one._repr_html_() for one in answers()] == [one._repr_html_() for one in answers()]


def test_every_drawing_has_a_table_that_says_the_same() -> None:
    network, history, *_ = (parsed(one._repr_html_()) for one in answers())
    assert len(drawings(network)) == len(drawings(history)) == 1
    assert len(rows(network, "Relations")) == len(answers()[0].to_pandas())
    assert len(rows(history, "Relations over time")) == len(answers()[1].to_pandas())


def test_an_answer_of_nothing_says_so_and_draws_nothing() -> None:
    store = session()
    for answer in (store.network("1990-01-01"), store.history(until="1990-01-01")):
        root = parsed(answer._repr_html_())
        assert "0 relations" in text(root)
        assert drawings(root) == []
        assert answer.to_pandas().empty
        assert len(answer.to_networkx()) == 0


def test_what_a_terminal_prints_is_one_harmless_line() -> None:
    words = []
    for answer in answers():
        printed = Printed()
        answer._repr_pretty_(printed, cycle=False)
        words.append(printed.words)
    assert words == [
        "6 relations and 1 recent event on 2014-03-01, as known by 2014-03-01.",
        "5 relations and 1 happening, as known by 2014-03-01.",
        "3 relations and 1 happening of Dawn Brigade, as known by 2014-03-01.",
        "Dawn Brigade: armed-group, named in 3 reports, 3 independent.",
    ]


def test_a_profile_shows_its_sections_with_their_evidence() -> None:
    profile = session().profile(DAWN)
    root = parsed(profile._repr_html_())
    (ally,) = rows(root, "Allies")
    assert ally[1] == f"ally of {GUARDS}"
    assert "disputed" in ally[4]
    (line,) = profile.of("allies")
    assert ally[-1].startswith(line.claim_ids[0].removeprefix("claim-")[:8])
    (rival,) = rows(root, "Rivals")
    assert rival[1] == f"rival of {FRONT}"


def test_an_unknown_table_lists_the_known_ones() -> None:
    with pytest.raises(UsageError, match="relations, events, actors, places"):
        session().network().to_pandas("claims")
    with pytest.raises(UsageError, match="lines, lineage"):
        session().profile(DAWN).to_polars("relations")
