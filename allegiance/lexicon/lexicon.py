"""The whole lexicon as one frozen value, handed to whoever needs words or knowledge of the world."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allegiance.errors import LexiconError
from allegiance.lexicon.acting import Acting, load_acting
from allegiance.lexicon.actors import KnownActor, load_actors
from allegiance.lexicon.anaphora import Anaphora, load_anaphora
from allegiance.lexicon.calendar import Calendar, load_calendar
from allegiance.lexicon.calibration import Calibration, load_calibration
from allegiance.lexicon.conflicting import Conflicting, load_conflicting
from allegiance.lexicon.copying import Copying, load_copying
from allegiance.lexicon.counting import Counting, load_counting
from allegiance.lexicon.edition import sha256_of
from allegiance.lexicon.formats import Formats, load_formats
from allegiance.lexicon.frames import FrameIndex, load_frames
from allegiance.lexicon.furnishing import Furnishing, load_furnishing
from allegiance.lexicon.gazetteer import Gazetteer
from allegiance.lexicon.index import ActorIndex, load_spellings
from allegiance.lexicon.likeness import Likeness, load_likeness
from allegiance.lexicon.naming import Naming, load_naming
from allegiance.lexicon.nouns import Nouns, load_nouns
from allegiance.lexicon.ontology import Ontology, load_ontology
from allegiance.lexicon.placing import Placing, load_placing
from allegiance.lexicon.signs import Signs, load_signs
from allegiance.lexicon.speech import Speech, load_speech
from allegiance.lexicon.spelling import Spelling, load_spelling
from allegiance.lexicon.stance import StanceWords, load_stance
from allegiance.lexicon.trust import Trust, load_trust

DATA = Path(__file__).parent / "data"
ENGLISH = DATA / "languages" / "en"
# The files of a user's folder that are read; it may hold others.
LAID_OVER = ("actors/*.csv", "languages/en/*.toml", "*.toml")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the data files say.

    Attributes:
        actors: states, bodies, groups and leaders, by id.
        index: finds the actors' names in a row of tokens.
        nouns: what names an actor without a name.
        naming: by which words a text says who bears a name.
        ontology: what predicates, phases and stances mean, and how events move relations.
        acting: what makes an actor of a place's name.
        frames: which words say which claim.
        stance: words that change how far the text stands behind it.
        trust: how far the second reader of claims is believed.
        calibration: how sure a claim is.
        speech: by which words English says who says what.
        anaphora: what points back to an actor.
        likeness: what makes two actors possibly the same.
        gazetteer: the places of the world, by name.
        placing: what makes a place of a name.
        country_of_adjective: "Syrian" to "SY".
        calendar: how times are written.
        spelling: which words take a capital.
        counting: how many persons came to harm.
        furnishing: text that is no part of a report.
        formats: what our terms are in the formats of others.
        copying: when two reports are one witness.
        signs: which ties are bonds for a signed network.
        conflicting: which claims cannot both hold, and how far each voice is to be believed.
        rules: the SHA-256 of the files that say how claims are folded.
        overlay: the SHA-256 of the files that are laid over ours; None where none are.
    """

    actors: tuple[KnownActor, ...]
    index: ActorIndex
    nouns: Nouns
    naming: Naming
    acting: Acting
    speech: Speech
    ontology: Ontology
    anaphora: Anaphora
    frames: FrameIndex
    stance: StanceWords
    trust: Trust
    calibration: Calibration
    likeness: Likeness
    gazetteer: Gazetteer
    placing: Placing
    country_of_adjective: dict[str, str]
    calendar: Calendar
    spelling: Spelling
    counting: Counting
    furnishing: Furnishing
    formats: Formats
    copying: Copying
    conflicting: Conflicting
    signs: Signs
    rules: str
    overlay: str | None


def load(overlay: Path | None = None) -> Lexicon:
    """The built-in lexicon, with a user's folder laid over it where one is given; each read once a process, and anew when it has changed.

    A row of the folder's `actors/*.csv` takes the place of ours with its id, or is added; a file of its `languages/en`
    takes the place of ours with its name, and so do its `conflicts.toml`, `copies.toml`, `same_event.toml` and `signs.toml`.
    `allegiance lexicon check FOLDER` says what is wrong in it.

    Raises:
        LexiconError: the folder is none, holds nothing to lay over, or a data file breaks its own rules.
    """
    if overlay is None:
        return _load(None, None)
    laid = [path for pattern in LAID_OVER for path in overlay.glob(pattern)]
    if not laid:
        what = "nothing to lay over" if overlay.is_dir() else "no folder"
        raise LexiconError(f"{overlay}: {what}; give one that holds actors/*.csv or languages/en")
    return _load(overlay.resolve(), sha256_of(laid, overlay))


@cache
def _load(overlay: Path | None, edition: str | None) -> Lexicon:
    actors = _actors(overlay)
    ontology = load_ontology(DATA, same_event=_table(overlay, "same_event.toml"))
    return Lexicon(
        actors=actors,
        index=ActorIndex(actors, load_spellings(_words(overlay, "spellings"))),
        nouns=load_nouns(_words(overlay, "nouns")),
        naming=load_naming(_words(overlay, "naming")),
        acting=load_acting(_words(overlay, "acting")),
        speech=load_speech(_words(overlay, "speech")),
        ontology=ontology,
        anaphora=load_anaphora(_words(overlay, "anaphora")),
        frames=load_frames(DATA / "frames"),
        stance=load_stance(_words(overlay, "stance")),
        trust=load_trust(DATA / "encoder.toml"),
        calibration=load_calibration(DATA / "confidence.toml"),
        likeness=load_likeness(DATA / "likeness.toml"),
        gazetteer=Gazetteer(DATA / "places"),
        placing=load_placing(_words(overlay, "places")),
        country_of_adjective={
            adjective: actor.country[0]
            for actor in actors
            if actor.kind == "state" and actor.country
            for adjective in actor.adjectives
        },
        calendar=load_calendar(_words(overlay, "calendar")),
        spelling=load_spelling(ENGLISH),
        counting=load_counting(_words(overlay, "counting")),
        furnishing=load_furnishing(_words(overlay, "furniture")),
        formats=load_formats(DATA / "formats", ontology),
        copying=load_copying(_table(overlay, "copies.toml")),
        conflicting=load_conflicting(_table(overlay, "conflicts.toml"), ontology),
        signs=load_signs(
            _table(overlay, "signs.toml"), [one.predicate for one in ontology.relations]
        ),
        rules=_rules(overlay),
        overlay=edition,
    )


def _actors(overlay: Path | None) -> tuple[KnownActor, ...]:
    ours = load_actors(DATA / "actors")
    if overlay is None:
        return ours
    theirs = load_actors(overlay / "actors")
    return tuple({actor.id: actor for actor in (*ours, *theirs)}.values())


def _table(overlay: Path | None, name: str) -> Path:
    """The user's table of rules, or ours."""
    theirs = overlay / name if overlay is not None else DATA / name
    return theirs if theirs.exists() else DATA / name


def _rules(overlay: Path | None) -> str:
    same_event = _table(overlay, "same_event.toml")
    ours = sha256_of([DATA / "relations.toml", DATA / "events.toml"], DATA)
    return f"{ours}+{sha256_of([same_event], same_event.parent)}"


def _words(overlay: Path | None, topic: str) -> Path:
    """The user's file of an English topic, or ours."""
    ours = ENGLISH / f"{topic}.toml"
    theirs = overlay / ours.relative_to(DATA) if overlay is not None else ours
    return theirs if theirs.exists() else ours
