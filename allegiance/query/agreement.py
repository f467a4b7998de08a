"""How far reviewers agree: Krippendorff's alpha over the claims that more than one has decided on.

Krippendorff, K. (2011), Computing Krippendorff's Alpha-Reliability, section C: nominal data, any number of observers, values
missing. A correction counts as another value than every other correction, since the outcome differs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from allegiance.query.reviewing import located
from allegiance.records.deciding import Agreement, Disagreement
from allegiance.records.decision import REVIEW, Decision
from allegiance.resolve.standing import standing, value
from allegiance.store.decisions import all_decisions
from allegiance.store.store import Store


def agreement(store: Store) -> Agreement:
    """Agreement of all reviewers; of each the last word on a claim counts."""
    stand = [one for one in standing(all_decisions(store)) if one.choice.verdict in REVIEW]
    words: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    for decision, claim_id in located(store, stand):
        words[claim_id or decision.choice.left][decision.by] = decision
    shared = {claim_id: by for claim_id, by in sorted(words.items()) if len(by) > 1}
    apart = {one: by for one, by in shared.items() if len(set(map(value, by.values()))) > 1}
    return Agreement(
        alpha=alpha([list(map(value, by.values())) for by in shared.values()]),
        reviewers=tuple(sorted({who for by in shared.values() for who in by})),
        claims=len(shared),
        agreed=len(shared) - len(apart),
        disagreements=tuple(
            Disagreement(one, tuple(sorted(by.values(), key=lambda word: word.by)))
            for one, by in apart.items()
        ),
    )


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha for nominal data: 1 in full agreement, 0 where it is as by chance.

    >>> alpha([["a", "a"], ["a", "b"], ["b", "b"]])
    0.4444444444444444

    Args:
        units: the values that each unit got; units with fewer than two say nothing.

    Returns:
        None where it is not defined: no unit has two values, or all values are alike.
    """
    totals: Counter[str] = Counter()
    differing = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        totals.update(counts)
        unlike = len(values) ** 2 - sum(number**2 for number in counts.values())
        differing += unlike / (len(values) - 1)
    paired = totals.total()
    expected = paired**2 - sum(number**2 for number in totals.values())
    return 1 - (paired - 1) * differing / expected if expected else None
