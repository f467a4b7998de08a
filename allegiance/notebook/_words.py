"""A map, a history and a profile in a sentence, and their evidence."""

from __future__ import annotations

from collections.abc import Sequence

from allegiance.records.answer import Profile
from allegiance.records.history import History, Interval
from allegiance.records.network import Network, Relation
from allegiance.wording import (
    count,
    interval_words,
    left_out,
    short,
    source_name,
    target_words,
    time_words,
    told_by,
)

# Where there is room for few: as many as one reads.
SHOWN_CLAIMS = 3


def network_words(network: Network) -> str:
    """What the map is of."""
    counts = [count(len(network.relations), "relation"), count(len(network.events), "recent event")]
    told = " and ".join(counts if network.events else counts[:1])
    return f"{told} on {network.on}, as known by {network.known_by}."


def hidden_words(network: Network) -> str:
    """What the map does not draw; empty where it draws everything."""
    hidden = ", ".join(left_out(network.left_out, to_see_alleged="alleged=True"))
    return f"Claims not shown: {hidden}." if hidden else ""


def history_words(history: History) -> str:
    """What the history is of."""
    happenings = sum(one.happening for one in history.intervals)
    stretches = len(history.intervals) - happenings
    about = [one.name for one in history.actors if one.id == history.about]
    who = f" of {about[0]}" if about else ""
    since = f" from {history.since}" if history.since is not None else ""
    until = f" to {history.until}" if history.until is not None else ""
    counts = f"{count(stretches, 'relation')} and {count(happenings, 'happening')}"
    return f"{counts}{who}{since}{until}, as known by {history.known_by}."


def profile_words(profile: Profile) -> str:
    """Whom the profile is of."""
    told = told_by(profile.reports, profile.witnesses)
    return f"{profile.actor.name}: {profile.actor.kind}, named in {told}."


def relation_words(relation: Relation, network: Network) -> str:
    """A relation on one line, as a drawing tells it."""
    since, until = (time_words(one, point=True) for one in (relation.since, relation.until))
    spans = [f"since: {since}" if since else "", f"until: {until}" if until else ""]
    return _line(relation, network, spans)


def stretch_words(interval: Interval, history: History) -> str:
    """A stretch of a relation, or a happening, on one line, as a drawing tells it."""
    return _line(interval.relation, history, [interval_words(interval)])


def claims_words(claim_ids: Sequence[str]) -> str:
    """The first claims, and how many more there are."""
    words = " ".join(short(one) for one in claim_ids[:SHOWN_CLAIMS])
    more = len(claim_ids) - SHOWN_CLAIMS
    return f"{words} + {more}" if more > 0 else words


def _line(relation: Relation, among: Network | History, spans: Sequence[str]) -> str:
    parties = f"{source_name(relation, among)} > {target_words(relation, among)}"
    told = told_by(relation.reports, relation.witnesses)
    claims = f"claims {claims_words(relation.claim_ids)}"
    return ", ".join([f"{relation.predicate}: {parties}", *filter(None, spans), told, claims])
