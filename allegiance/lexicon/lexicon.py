"""The whole lexicon as one frozen value, handed to whoever needs words or knowledge of the world."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allegiance.lexicon.acting import Acting, load_acting
from allegiance.lexicon.actors import KnownActor, load_actors
from allegiance.lexicon.anaphora import Anaphora, load_anaphora
from allegiance.lexicon.calendar import Calendar, load_calendar
from allegiance.lexicon.counting import Counting, load_counting
from allegiance.lexicon.frames import FrameIndex, load_frames
from allegiance.lexicon.furnishing import Furnishing, load_furnishing
from allegiance.lexicon.gazetteer import Gazetteer
from allegiance.lexicon.index import ActorIndex, load_spellings
from allegiance.lexicon.nouns import Nouns, load_nouns
from allegiance.lexicon.ontology import Ontology, load_ontology
from allegiance.lexicon.placing import Placing, load_placing
from allegiance.lexicon.speech import Speech, load_speech
from allegiance.lexicon.spelling import Spelling, load_spelling
from allegiance.lexicon.stance import StanceWords, load_stance

DATA = Path(__file__).parent / "data"
ENGLISH = DATA / "languages" / "en"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the data files say.

    Attributes:
        actors: states, bodies, groups and leaders, by id.
        index: finds the actors' names in a row of tokens.
        nouns: what names an actor without a name.
        ontology: what predicates, phases and stances mean, and how events move relations.
        acting: what makes an actor of a place's name.
        frames: which words say which claim.
        stance: words that change how far the text stands behind it.
        speech: by which words English says who says what.
        anaphora: what points back to an actor.
        gazetteer: the places of the world, by name.
        placing: what makes a place of a name.
        country_of_adjective: "Syrian" to "SY".
        calendar: how times are written.
        spelling: which words take a capital.
        counting: how many persons came to harm.
        furnishing: text that is no part of a report.
    """

    actors: tuple[KnownActor, ...]
    index: ActorIndex
    nouns: Nouns
    acting: Acting
    speech: Speech
    ontology: Ontology
    anaphora: Anaphora
    frames: FrameIndex
    stance: StanceWords
    gazetteer: Gazetteer
    placing: Placing
    country_of_adjective: dict[str, str]
    calendar: Calendar
    spelling: Spelling
    counting: Counting
    furnishing: Furnishing


@cache
def load() -> Lexicon:
    """The built-in lexicon; read once a process.

    Raises:
        LexiconError: a data file breaks its own rules.
    """
    actors = load_actors(DATA / "actors")
    return Lexicon(
        actors=actors,
        index=ActorIndex(actors, load_spellings(ENGLISH / "spellings.toml")),
        nouns=load_nouns(ENGLISH / "nouns.toml"),
        acting=load_acting(ENGLISH / "acting.toml"),
        speech=load_speech(ENGLISH / "speech.toml"),
        ontology=load_ontology(DATA),
        anaphora=load_anaphora(ENGLISH / "anaphora.toml"),
        frames=load_frames(DATA / "frames"),
        stance=load_stance(ENGLISH / "stance.toml"),
        gazetteer=Gazetteer(DATA / "places"),
        placing=load_placing(ENGLISH / "places.toml"),
        country_of_adjective={
            adjective: actor.country[0]
            for actor in actors
            if actor.kind == "state" and actor.country
            for adjective in actor.adjectives
        },
        calendar=load_calendar(ENGLISH / "calendar.toml"),
        spelling=load_spelling(ENGLISH),
        counting=load_counting(ENGLISH / "counting.toml"),
        furnishing=load_furnishing(ENGLISH / "furniture.toml"),
    )
