"""Names by id and by code, looked up once an export."""

from __future__ import annotations

from collections.abc import Mapping

from allegiance.lexicon.lexicon import Lexicon
from allegiance.records.dossier import Dossier, Figure, Incident, Reference, Site, Testimony


class Index:
    """Everything in a dossier by its id."""

    def __init__(self, dossier: Dossier) -> None:
        self.figures: Mapping[str, Figure] = {one.actor.id: one for one in dossier.figures}
        self.sites: Mapping[str, Site] = {one.place.id: one for one in dossier.sites}
        self.claims: Mapping[str, Testimony] = {one.claim.id: one for one in dossier.testimonies}
        self.articles: Mapping[str, Reference] = {
            one.report.article_id: one for one in dossier.references
        }

    def name(self, actor: str | None, nobody: str = "") -> str:
        """An actor's name."""
        return self.figures[actor].actor.name if actor is not None else nobody

    def kind(self, actor: str | None, nobody: str = "") -> str:
        """An actor's kind."""
        return self.figures[actor].actor.kind if actor is not None else nobody

    def told_in(self, claim_ids: tuple[str, ...]) -> tuple[Reference, ...]:
        """The articles of these claims, each once, in the order of claims."""
        ids = dict.fromkeys(self.claims[one].article_id for one in claim_ids)
        return tuple(self.articles[one] for one in ids)

    def heading(self, incident: Incident) -> str:
        """An event in a few words: "assault: Dawn Brigade > River Guards (Essara)"."""
        event = incident.event
        what = event.predicate if event.mode is None else f"{event.predicate}/{event.mode}"
        sides = " > ".join(self.name(one, "?") for one in (event.source, event.target))
        return f"{what}: {sides}" + (f" ({event.place})" if event.place else "")


def country_names(lexicon: Lexicon) -> dict[str, str]:
    """Names by ISO 3166-1 code, of the states that the knowledge base knows."""
    states = (actor for actor in lexicon.actors if actor.kind == "state")
    return {actor.country[0]: actor.name for actor in states if actor.country}
