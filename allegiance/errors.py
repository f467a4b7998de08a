"""Every error that a caller may meet.

AllegianceError
├── UsageError          the call cannot be understood            (exit status 2)
│   └── Contradiction   earlier decisions leave no room for a new one
├── IngestError         a source cannot be read                  (one source; the batch goes on)
├── ReadingError        an article cannot be annotated or read   (one article; the batch goes on)
├── LexiconError        a data file breaks its own rules
├── StoreError          a store cannot be used
│   ├── NotAStore       the file is not an Allegiance store
│   ├── NewerStore      the store was written by a later version
│   └── StoreBusy       another program is writing
└── NameProblem         a name does not lead to one actor
    ├── UnknownName     no actor has it
    └── AmbiguousName   several actors have it
"""

from __future__ import annotations


class AllegianceError(Exception):
    """Something that the user can mend; the message says how."""


class UsageError(AllegianceError):
    """The call cannot be understood."""


class Contradiction(UsageError):
    """Earlier decisions leave no room for a new one; the message names them."""


class IngestError(AllegianceError):
    """A source cannot be read."""


class ReadingError(AllegianceError):
    """An article cannot be read."""


class LexiconError(AllegianceError):
    """A data file breaks its own rules; the message names file, line and remedy."""


class StoreError(AllegianceError):
    """A store cannot be used."""


class NotAStore(StoreError):
    """The file is not an Allegiance store."""


class NewerStore(StoreError):
    """The store was written by a later version of Allegiance."""


class StoreBusy(StoreError):
    """Another program is writing to the store."""


class NameProblem(AllegianceError):
    """A name does not lead to one actor.

    Attributes:
        candidates: names to choose from, the likeliest first.
    """

    def __init__(self, message: str, candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.candidates = candidates


class UnknownName(NameProblem):
    """No actor has that name; the candidates are near ones."""


class AmbiguousName(NameProblem):
    """Several actors have that name."""
