"""What a store tells of actors that may be one."""

from __future__ import annotations

from allegiance.session import Session
from tests.deciding import desk, holding
from tests.telling import Said, report

HILL, MARTYRS, GUARDS = "Hill Martyrs Brigade", "Hill Martyr Brigade", "River Guards"
TOR = "Hamid Abu Tor"
TOLD = (
    report("2014-01-01", Said(HILL, "alliance", GUARDS), known=False),
    report("2014-01-02", Said(MARTYRS, "rivalry", "Dawn Front"), known=False),
    report("2014-01-03", Said(TOR, "leadership", HILL), known=False, kinds={TOR: "person"}),
    report("2014-01-04", Said(TOR, "leadership", MARTYRS), known=False, kinds={TOR: "person"}),
)


def pairs(session: Session, actor: str | None = None) -> list[set[str]]:
    return [{one.left.name, one.right.name} for one in session.candidates(actor)]


def test_a_pair_is_asked_until_somebody_decides() -> None:
    store = holding(*TOLD)
    assert pairs(Session(store)) == [{HILL, MARTYRS}]
    at = desk(store)
    for act in (at.same, at.different):
        act(HILL, MARTYRS)
        assert pairs(Session(store)) == []
        at.undo()
        assert pairs(Session(store)) == [{HILL, MARTYRS}]


def test_a_leader_is_shared_by_name_even_where_it_is_a_question_itself() -> None:
    """Nobody has yet said that both Tors are one."""
    told = [
        report(day, Said("Tor", "leadership", name), known=False, kinds={"Tor": "person"})
        for day, name in (("2014-01-03", HILL), ("2014-01-04", MARTYRS))
    ]
    first, second = Session(holding(*told)).candidates()
    reasons = {word for one in (first, second) for word in one.because}
    assert {"both led by Tor", "the same name"} <= reasons


def test_the_question_can_be_of_one_actor() -> None:
    session = Session(holding(*TOLD))
    assert pairs(session, HILL) == [{HILL, MARTYRS}]
    assert pairs(session, GUARDS) == []


def test_two_parties_of_one_claim_are_two() -> None:
    apart = report("2014-01-05", Said(HILL, "rivalry", MARTYRS), known=False)
    assert pairs(Session(holding(*TOLD, apart))) == []


def test_a_name_and_its_successor_may_be_one() -> None:
    renamed = report("2014-01-05", Said(HILL, "succession", MARTYRS, "begins"), known=False)
    assert pairs(Session(holding(*TOLD, renamed))) == [{HILL, MARTYRS}]
