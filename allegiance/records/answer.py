"""What the session tells about one actor, one claim, one search or one `add`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from allegiance.records.bundle import Failure, Run
from allegiance.records.claim import Claim
from allegiance.records.decision import Decision
from allegiance.records.judgement import Actor
from allegiance.records.span import Span
from allegiance.records.when import When

Section = Literal[
    "leaders", "above", "below", "allies", "rivals", "places", "changes", "support", "truces", "events"
]  # fmt: skip

# The fixed order of a profile, and the heading of each section.
SECTIONS: tuple[tuple[Section, str], ...] = (
    ("leaders", "Leaders"),
    ("above", "Above it"),
    ("below", "Below it"),
    ("allies", "Allies"),
    ("rivals", "Rivals"),
    ("places", "Places held"),
    ("changes", "Splits, mergers and successions"),
    ("support", "Support given and received"),
    ("truces", "Truces and neutrality"),
    ("events", "Latest events"),
)


@dataclass(frozen=True, slots=True)
class Report:
    """An article, as one cites it."""

    article_id: str
    title: str | None
    publisher: str | None
    published: When | None
    url: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a profile, with what it rests on.

    Attributes:
        section: where it stands.
        what: how the two stand, as a reader says it ("wing of", "ally of", "assault on").
        other: the other party's name, or the place's; None where nobody is named.
        other_id: the other actor's id; None for a place.
        since: for an event its time.
        until: None while it goes on, and for events.
        reports: articles that say so, copies too.
        witnesses: how many of them are independent.
        claim_id: the first claim it rests on; `claim_ids` has all.
        report: where that claim stands.
        results: those that came of it (of a merger).
    """

    section: Section
    predicate: str
    what: str
    other: str | None
    other_id: str | None
    since: When | None
    until: When | None
    disputed: bool
    alleged: bool
    reports: int
    witnesses: int
    claim_id: str
    claim_ids: tuple[str, ...]
    report: Report
    results: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """One name of a lineage: a body that went on under another name, took the place of an older one, or came of a merger.

    Attributes:
        since: when it took the place of what was before, or came of it; None for the oldest.
        until: when another took its place, or it went on in another; None for the youngest.
        claim_id: the first claim that says when it began; for the oldest, when it ended.
    """

    actor_id: str
    name: str
    since: When | None
    until: When | None
    claim_id: str
    report: Report


@dataclass(frozen=True, slots=True)
class Profile:
    """All that reports say of one actor, in the order of `SECTIONS`.

    Attributes:
        names: the names that reports use, the most frequent first, its main name left out.
        reports: articles that name it, copies too.
        witnesses: how many of them are independent.
        lineage: it and all whose name it bore or who bore its, who merged into it or into whom it merged, the oldest first;
            empty where there is nobody else.
    """

    actor: Actor
    names: tuple[str, ...]
    reports: int
    witnesses: int
    lines: tuple[Line, ...]
    lineage: tuple[Stage, ...] = ()

    def of(self, section: Section) -> tuple[Line, ...]:
        """The lines of one section."""
        return tuple(line for line in self.lines if line.section == section)


@dataclass(frozen=True, slots=True)
class Light:
    """Words of a sentence that matter.

    Attributes:
        span: counts in `Explanation.sentence`.
        what: a role's name, `evidence`, `speaker`, `cue` or `when`.
    """

    span: Span
    what: str


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes a part in a claim.

    Attributes:
        role: `source`, `target`, `place`, `result` or `instrument`.
        words: as written in the article.
        actor: None for a place, or where the words name nobody.
    """

    role: str
    words: str
    actor: Actor | None


@dataclass(frozen=True, slots=True)
class Saying:
    """The statement that a claim stands in.

    Attributes:
        speaker: the speaker's name; None where nobody is named.
        cue: the verb or phrase of speaking.
        via: who passed it on, and how: "Aaron (translation)".
    """

    speaker: str | None
    cue: str | None
    content: str
    direct: bool
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """The line of a data file that made us read it so.

    Attributes:
        file: its path inside the lexicon; None where the rule is not a line of it.
        number: the line's number, from 1.
        text: the line, or the table, as written.
    """

    rule: str
    file: str | None
    number: int | None
    text: str | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim stands in the store.

    Attributes:
        sentence: the stretch of the article around the evidence, white space as written.
        start: where the sentence starts in the article's text.
        lights: sorted; they may overlap.
        claim: as it was read.
        corrected: as the last reviewer says that it should have been read; None where nobody corrected it.
        definition: what the predicate means, from the ontology; the corrected one where there is one.
        current: False where a later run reads the article without this claim.
        decisions: what reviewers decided on it, as far as nobody has undone it; the last counts.
    """

    claim: Claim
    definition: str
    parties: tuple[Party, ...]
    sentence: str
    start: int
    lights: tuple[Light, ...]
    saying: Saying | None
    rules: tuple[RuleLine, ...]
    report: Report
    run: Run
    current: bool
    decisions: tuple[Decision, ...] = ()
    corrected: Claim | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """An article or a claim that holds the words.

    Attributes:
        id: an article's or a claim's id; `why` takes the latter.
        snippet: the words with a little around them.
        lights: the words, counted in `snippet`.
    """

    kind: Literal["article", "claim"]
    id: str
    snippet: str
    lights: tuple[Span, ...]
    report: Report


@dataclass(frozen=True, slots=True)
class Summary:
    """What one `add` did.

    Attributes:
        new: articles that were not in the store.
        known: articles that this run had already read; nothing was added.
        reread: articles known before and read anew by another version of code or lexicon.
        reprints: of the new ones, copies and rewrites of an article already there.
        claims: added.
        actors: in the store that were not there before.
        failures: with their reasons.
    """

    new: int
    known: int
    reread: int
    reprints: int
    claims: int
    actors: int
    failures: tuple[Failure, ...]
