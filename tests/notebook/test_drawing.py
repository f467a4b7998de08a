"""A small map as a signed graph: who is drawn, where, and by which lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from xml.etree.ElementTree import Element

from allegiance.lexicon.lexicon import load
from allegiance.notebook._ink import AGAINST, INKS, NEITHER, WITH, shortened, width
from allegiance.notebook._layout import positions
from allegiance.notebook._pages import network_page
from allegiance.notebook._strokes import SHOWN_PARTIES, parties, strokes
from allegiance.records.judgement import Actor
from allegiance.records.network import Network, Relation
from tests.made import NETWORK, WING
from tests.notebook.parsed import all_of, drawings, parsed, rows, text, titles
from tests.notebook.told import DAWN, GUARDS, session


def actors(number: int) -> tuple[Actor, ...]:
    return tuple(
        Actor(f"actor-{one:03}", f"Group {one}", "armed-group", None) for one in range(number)
    )


def tie(one: int, other: int, predicate: str = "alliance") -> Relation:
    return replace(
        WING,
        id=f"relation-{one}-{predicate}-{other}",
        predicate=predicate,
        source=f"actor-{one:03}",
        target=f"actor-{other:03}",
        disputed_by=(),
    )


def network(number: int, ties: Sequence[Relation]) -> Network:
    return replace(NETWORK, actors=actors(number), places=(), relations=tuple(ties))


def drawn(given: Network) -> Element:
    (drawing,) = drawings(parsed(network_page(given, load())))
    return drawing


def lines(drawing: Element) -> list[Element]:
    """The groups of a line each."""
    return [one for one in all_of(drawing, "g") if next(all_of(one, "line"), None) is not None]


def test_friends_stand_closer_than_enemies() -> None:
    ids = ["a", "b", "c", "d"]
    found = positions(ids, {("a", "b"): 1, ("c", "d"): 1, ("a", "c"): 2, ("b", "d"): 2})
    apart = {pair: abs(found[pair[0]] - found[pair[1]]) for pair in combinations(ids, 2)}
    assert max(apart["a", "b"], apart["c", "d"]) < min(apart["a", "c"], apart["b", "d"])


def test_nobody_stands_on_another_and_each_stands_where_it_stood() -> None:
    ids = [f"one-{number}" for number in range(40)]
    lengths = {(ids[0], one): 1.0 for one in ids[1:]}
    found = positions(ids, lengths)
    assert found == positions(ids, lengths)
    assert min(abs(found[one] - found[other]) for one, other in combinations(ids, 2)) > 0.05


def test_one_alone_and_parts_without_ties_have_their_places() -> None:
    assert len(positions(["a"], {})) == 1
    found = positions(["a", "b", "c"], {("a", "b"): 1})
    assert abs(found["a"] - found["c"]) > abs(found["a"] - found["b"])


def test_a_line_has_the_colour_and_the_dashes_of_its_sign() -> None:
    drawing = drawn(network(3, [tie(0, 1), tie(1, 2, "rivalry"), tie(0, 2, "leadership")]))
    assert [one.get("stroke") for one in lines(drawing)] == [WITH, NEITHER, AGAINST]
    dashes = {next(all_of(one, "line")).get("stroke-dasharray") for one in lines(drawing)}
    assert len(dashes) == len(INKS) == 3


def test_ties_of_one_sign_are_one_line_that_tells_all_of_them() -> None:
    given = network(2, [tie(0, 1), tie(0, 1, "support"), tie(0, 1, "rivalry")])
    both = lines(drawn(given))
    assert len(both) == 2
    assert "alliance: Group 0 > Group 1" in titles(both[1])[0]
    assert "support: Group 0 > Group 1" in titles(both[1])[0]
    places = {
        (next(all_of(one, "line")).get("x1"), next(all_of(one, "line")).get("y1")) for one in both
    }
    assert len(places) == 2


def test_a_line_tells_when_by_how_many_and_by_which_claims() -> None:
    (title, *_) = titles(lines(drawn(network(2, [tie(0, 1, "affiliate")])))[0])
    assert title == (
        "affiliate: Group 0 > Group 1, since: 2013-05, 3 reports, 2 independent, claims 00112233 11111111"
    )


def test_an_arrow_points_at_the_target_alone_and_no_symmetric_tie_has_one() -> None:
    lexicon = load()

    def toward(*ties: Relation) -> str | None:
        (stroke,) = strokes(network(2, ties), ("actor-000", "actor-001"), lexicon)
        return stroke.toward

    assert toward(tie(0, 1, "affiliate")) == "actor-001"
    assert toward(tie(1, 0, "affiliate")) == "actor-000"
    assert toward(tie(0, 1, "affiliate"), tie(1, 0, "affiliate")) is None
    assert toward(tie(0, 1)) is None
    assert len(list(all_of(drawn(network(2, [tie(0, 1, "affiliate")])), "polygon"))) == 1


def test_what_is_disputed_is_pale_and_the_legend_says_so() -> None:
    given = network(2, [replace(tie(0, 1), disputed_by=("claim-1",))])
    root = parsed(network_page(given, load()))
    assert lines(root)[0].get("opacity") is not None
    assert "pale: disputed" in text(root)
    root = parsed(network_page(network(2, [tie(0, 1)]), load()))
    assert lines(root)[0].get("opacity") is None
    assert "pale: disputed" not in text(root)


def test_of_many_the_busiest_are_drawn_and_the_page_says_how_many_are_not() -> None:
    many = 60
    # Everybody has a tie to the first; the last ones have another.
    ties = [tie(0, one) for one in range(1, many)]
    ties += [tie(one, one + 1, "rivalry") for one in range(many - 11, many - 1)]
    given = network(many, ties)
    shown = parties(given)
    assert len(shown) == SHOWN_PARTIES
    assert set(shown) >= {"actor-000", *(f"actor-{one:03}" for one in range(many - 11, many))}
    root = parsed(network_page(given, load()))
    assert len(list(all_of(drawings(root)[0], "circle"))) == SHOWN_PARTIES
    assert f"the {SHOWN_PARTIES} of {many} parties" in text(root)
    assert len(rows(root, "Relations")) == len(ties)


def test_a_long_table_says_how_many_rows_it_leaves_out() -> None:
    ties = [tie(one, other) for one, other in combinations(range(30), 2)]
    root = parsed(network_page(network(30, ties), load()))
    assert len(rows(root, "Relations")) == 200
    assert f"{len(ties) - 200} rows more: to_pandas() has all." in text(root)


def test_a_tie_of_somebody_to_itself_stands_in_the_table_alone() -> None:
    given = network(2, [tie(0, 0), tie(0, 1)])
    root = parsed(network_page(given, load()))
    assert len(lines(drawings(root)[0])) == 1
    assert len(rows(root, "Relations")) == 2


def test_places_are_squares_and_everything_lies_inside_the_drawing() -> None:
    root = parsed(session().network()._repr_html_())
    (drawing,) = drawings(root)
    assert len(list(all_of(drawing, "rect"))) == 1
    names = {text(one) for one in all_of(drawing, "text")}
    assert {DAWN, GUARDS, "Essara"} <= names
    _, _, wide, high = map(float, str(drawing.get("viewBox")).split())
    for one in all_of(drawing, "circle"):
        assert 0 < float(str(one.get("cx"))) < wide
        assert 0 < float(str(one.get("cy"))) < high


def test_evidence_names_the_first_claims_and_has_all_of_them() -> None:
    claims = tuple(f"claim-{number:016x}" for number in range(5))
    given = network(
        2, [replace(tie(0, 1), claim_ids=claims, disputed_by=("claim-ffff000011112222",))]
    )
    root = parsed(network_page(given, load()))
    assert rows(root, "Relations")[0][-1] == "00000000 00000000 00000000 + 2 against: ffff0000"
    codes = [one.get("title") for one in all_of(root, "code")]
    assert codes == [" ".join(claims), "claim-ffff000011112222"]


def contrast(colour: str, ground: str) -> float:
    """The ratio of WCAG 2.2, from 1 to 21."""

    def light(written: str) -> float:
        parts = [int(written[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [
            one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, bright = sorted((light(colour), light(ground)))
    return (bright + 0.05) / (dark + 0.05)


def test_lines_stand_out_in_the_light_and_in_the_dark() -> None:
    for ink in INKS.values():
        for ground in ("#ffffff", "#1e1e1e", "#111111"):
            assert contrast(ink.colour, ground) >= 3, (ink.colour, ground)


def test_a_name_is_shortened_by_the_room_that_it_takes() -> None:
    assert shortened("Dawn Brigade", 12) == "Dawn Brigade"
    assert shortened("Dawn Brigade", 6) == "Dawn…"
    assert shortened("自由シリア軍", 12) == "自由シリア軍"
    assert shortened("自由シリア軍", 6) == "自由…"
    assert width("自由") == width("free")
