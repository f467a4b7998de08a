"""The second ledger: what is the same, and who said so. Reversing a judgement appends another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from allegiance.records.canonical import digest
from allegiance.records.mention import ActorKind

Verdict = Literal["same", "different", "unsure", "accepted", "rejected"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two names mean one actor, or whether a reviewer takes a claim.

    Attributes:
        left: a referent's key, an actor's id or a claim's id.
        right: an actor's id; for a reviewer's word on a claim, the claim's id again.
        score: 0 to 1, how sure.
        by: the rule or the reviewer.
        because: one sentence.
        made_on: the day it was made.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    by: str
    because: str
    made_on: date


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody in the world, across articles; computed from judgements, never edited.

    Attributes:
        id: `actor-` and the knowledge base's id, or 16 hex digits.
        name: the knowledge base's, or the one most reports use.
        knowledge_id: None where the knowledge base knows no such actor.
    """

    id: str
    name: str
    kind: ActorKind
    knowledge_id: str | None


# A name, a kind and an id of the knowledge base, as one referent has them.
Call: TypeAlias = "tuple[str, ActorKind, str | None]"


class Identity(NamedTuple):
    """One judgement on who is who, with the referent on its left where it is one."""

    left: str
    right: str
    verdict: Verdict
    name: str | None
    kind: ActorKind | None
    knowledge_id: str | None


def reading_id(article_id: str, run_id: str) -> str:
    """One article as one run read it."""
    return digest("reading", article_id, run_id)


def referent_key(reading: str, referent: str) -> str:
    """A referent's name in judgements: `reading-...#a1`, since another run may number otherwise."""
    return f"{reading}#{referent}"


def reading_of(key: str) -> str:
    """The id of the reading that numbers it so."""
    return key.partition("#")[0]


def referent_id(key: str) -> str:
    """The referent as its own reading numbers it: `a1`."""
    return key.partition("#")[2]


def known_actor_id(knowledge_id: str) -> str:
    """The id of an actor that the knowledge base knows."""
    return f"actor-{knowledge_id}"
