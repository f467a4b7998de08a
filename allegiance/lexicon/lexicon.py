"""The whole lexicon as one value, handed to whoever needs words or knowledge of the world."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path

from allegiance.errors import LexiconError
from allegiance.lexicon.acting import Acting, load_acting
from allegiance.lexicon.actors import DatedName, KnownActor, load_actors, load_names
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
from allegiance.lexicon.index import ActorIndex, load_spellings, name_keys
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
LAID_OVER = ("actors/*.csv", "names/*.csv", "languages/en/*.toml", "*.toml")


class Lexicon:
    """Everything the data files say. Each part is read when it is first asked for: few questions need all of them.

    Attributes:
        overlay: the SHA-256 of the files that are laid over ours; None where none are.
    """

    def __init__(self, folder: Path | None = None, overlay: str | None = None) -> None:
        self._folder = folder
        self.overlay = overlay

    def read_all(self) -> Lexicon:
        """Read every part now.

        Raises:
            LexiconError: a data file breaks its own rules.
        """
        for name, part in vars(Lexicon).items():
            if isinstance(part, cached_property):
                getattr(self, name)
        return self

    @cached_property
    def actors(self) -> tuple[KnownActor, ...]:
        """States, bodies, groups and leaders, by id."""
        return _actors(self._folder)

    @cached_property
    def index(self) -> ActorIndex:
        """Finds the actors' names in a row of tokens."""
        return ActorIndex(self.actors, load_spellings(self._words("spellings")))

    @cached_property
    def nouns(self) -> Nouns:
        """What names an actor without a name."""
        return load_nouns(self._words("nouns"))

    @cached_property
    def naming(self) -> Naming:
        """By which words a text says who bears a name."""
        return load_naming(self._words("naming"))

    @cached_property
    def acting(self) -> Acting:
        """What makes an actor of a place's name."""
        return load_acting(self._words("acting"))

    @cached_property
    def speech(self) -> Speech:
        """By which words English says who says what."""
        return load_speech(self._words("speech"))

    @cached_property
    def ontology(self) -> Ontology:
        """What predicates, phases and stances mean, and how events move relations."""
        return load_ontology(DATA, same_event=self._table("same_event.toml"))

    @cached_property
    def anaphora(self) -> Anaphora:
        """What points back to an actor."""
        return load_anaphora(self._words("anaphora"))

    @cached_property
    def frames(self) -> FrameIndex:
        """Which words say which claim."""
        return load_frames(DATA / "frames")

    @cached_property
    def stance(self) -> StanceWords:
        """Words that change how far the text stands behind it."""
        return load_stance(self._words("stance"))

    @cached_property
    def trust(self) -> Trust:
        """How far the second reader of claims is believed."""
        return load_trust(DATA / "encoder.toml")

    @cached_property
    def calibration(self) -> Calibration:
        """How sure a claim is."""
        return load_calibration(DATA / "confidence.toml")

    @cached_property
    def likeness(self) -> Likeness:
        """What makes two actors possibly the same."""
        return load_likeness(DATA / "likeness.toml")

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The places of the world, by name."""
        return Gazetteer(DATA / "places")

    @cached_property
    def placing(self) -> Placing:
        """What makes a place of a name."""
        return load_placing(self._words("places"))

    @cached_property
    def country_of_adjective(self) -> dict[str, str]:
        """ "Syrian" to "SY"."""
        return {
            adjective: actor.country[0]
            for actor in self.actors
            if actor.kind == "state" and actor.country
            for adjective in actor.adjectives
        }

    @cached_property
    def states_of_country(self) -> Mapping[str, tuple[KnownActor, ...]]:
        """ "GE" to Georgia and the regions in it that news treats as states, those that have ended among them."""
        found: defaultdict[str, tuple[KnownActor, ...]] = defaultdict(tuple)
        for actor in self.actors:
            for code in actor.country if actor.kind == "state" else ():
                found[code] += (actor,)
        return dict(found)

    @cached_property
    def calendar(self) -> Calendar:
        """How times are written."""
        return load_calendar(self._words("calendar"))

    @cached_property
    def spelling(self) -> Spelling:
        """Which words take a capital."""
        return load_spelling(ENGLISH)

    @cached_property
    def counting(self) -> Counting:
        """How many persons came to harm."""
        return load_counting(self._words("counting"))

    @cached_property
    def furnishing(self) -> Furnishing:
        """Text that is no part of a report."""
        return load_furnishing(self._words("furniture"))

    @cached_property
    def formats(self) -> Formats:
        """What our terms are in the formats of others."""
        return load_formats(DATA / "formats", self.ontology)

    @cached_property
    def copying(self) -> Copying:
        """When two reports are one witness."""
        return load_copying(self._table("copies.toml"))

    @cached_property
    def conflicting(self) -> Conflicting:
        """Which claims cannot both hold, and how far each voice is to be believed."""
        return load_conflicting(self._table("conflicts.toml"), self.ontology)

    @cached_property
    def signs(self) -> Signs:
        """Which ties are bonds for a signed network."""
        return load_signs(
            self._table("signs.toml"), [one.predicate for one in self.ontology.relations]
        )

    @cached_property
    def rules(self) -> str:
        """The SHA-256 of the files that say how claims are folded, and what actors are called."""
        same_event = self._table("same_event.toml")
        moves = [DATA / "relations.toml", DATA / "events.toml", *DATA.glob("actors/*.csv")]
        theirs = self._folder.glob("actors/*.csv") if self._folder is not None else ()
        files = ((moves, DATA), ([same_event], same_event.parent), (theirs, self._folder or DATA))
        return "+".join(sha256_of(paths, folder) for paths, folder in files)

    @cached_property
    def conflict_rules(self) -> str:
        """The SHA-256 of the file that says which claims cannot both hold, and how far each voice is to be believed."""
        file = self._table("conflicts.toml")
        return sha256_of([file], file.parent)

    def _table(self, name: str) -> Path:
        """The user's table of rules, or ours."""
        theirs = self._folder / name if self._folder is not None else DATA / name
        return theirs if theirs.exists() else DATA / name

    def _words(self, topic: str) -> Path:
        """The user's file of an English topic, or ours."""
        ours = ENGLISH / f"{topic}.toml"
        theirs = self._folder / ours.relative_to(DATA) if self._folder is not None else ours
        return theirs if theirs.exists() else ours


def load(overlay: Path | None = None) -> Lexicon:
    """The built-in lexicon, with a user's folder laid over it where one is given; each read once a process, and anew when it has changed.

    A row of the folder's `actors/*.csv` takes the place of ours with its id, or is added; the rows of its `names/*.csv` take the place of
    ours with their actor and name, or are added; a file of its `languages/en`
    takes the place of ours with its name, and so do its `conflicts.toml`, `copies.toml`, `same_event.toml` and `signs.toml`.
    `allegiance lexicon check FOLDER` says what is wrong in it.

    Raises:
        LexiconError: the folder is none, holds nothing to lay over, or a data file breaks its own rules.
    """
    if overlay is None:
        return _ours()
    laid = [path for pattern in LAID_OVER for path in overlay.glob(pattern)]
    if not laid:
        what = "nothing to lay over" if overlay.is_dir() else "no folder"
        raise LexiconError(f"{overlay}: {what}; give one that holds actors/*.csv or languages/en")
    return _theirs(overlay.resolve(), sha256_of(laid, overlay))


@cache
def _ours() -> Lexicon:
    return Lexicon()


@cache
def _theirs(folder: Path, edition: str) -> Lexicon:
    # What a user wrote is checked before anything is answered by it.
    return Lexicon(folder, edition).read_all()


def _actors(overlay: Path | None) -> tuple[KnownActor, ...]:
    by_id = {actor.id: actor for actor in load_actors(DATA / "actors")}
    dated = dict(load_names(DATA / "names"))
    if overlay is not None:
        by_id |= {actor.id: actor for actor in load_actors(overlay / "actors")}
        for id_, names in load_names(overlay / "names").items():
            dated[id_] = (*_unless_anew(dated.get(id_, ()), names), *names)
    for id_, names in dated.items():
        if id_ not in by_id:
            raise LexiconError(f"names: actor {id_!r} is no id of a row of actors; mend it")
        by_id[id_] = replace(by_id[id_], dated=names)
    return tuple(by_id.values())


def _unless_anew(ours: tuple[DatedName, ...], theirs: tuple[DatedName, ...]) -> Iterator[DatedName]:
    """Ours whose name a user gives no other days."""
    given = {tuple(name_keys(one.name)) for one in theirs}
    return (one for one in ours if tuple(name_keys(one.name)) not in given)
