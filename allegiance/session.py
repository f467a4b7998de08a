"""The Python API: open a store, add reports, ask. Every face speaks only to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeAlias

from allegiance import shelf
from allegiance.asking.claims import Claims
from allegiance.asking.lists import Lists
from allegiance.asking.maps import Maps
from allegiance.desk.desk import Desk
from allegiance.desk.taking import take_over
from allegiance.export._delivery import PACKED, deliver
from allegiance.extraction import Paths, check_day
from allegiance.ingest import forms
from allegiance.lexicon.lexicon import load
from allegiance.pipeline import run
from allegiance.pipeline.keep import Keeping
from allegiance.records.answer import Summary
from allegiance.records.article import Sent
from allegiance.records.bundle import Bundle
from allegiance.records.deciding import Imported
from allegiance.records.dossier import Dossier
from allegiance.records.network import Network
from allegiance.store.store import in_memory, open_store

__all__ = [
    "IN_MEMORY",
    "Sent",
    "Session",
    "exports",
    "forms",
    "is_text",
    "layouts",
    "open",
    "suffix_of",
    "write",
]

Progress: TypeAlias = Callable[[int, int | None], None]

EXPORT = "allegiance.export"
LAYOUTS = "allegiance.export.layouts"
IN_MEMORY = ":memory:"


def open(
    store: str | Path = "allegiance.db",
    *,
    create: bool = True,
    lexicon: str | Path | None = None,
) -> Session:
    """Open a store; an absent one is made.

    Args:
        store: a file; `:memory:` keeps nothing.
        create: False: an absent store is an error.
        lexicon: a folder to lay over the built-in lexicon.

    Raises:
        LexiconError: the folder cannot be laid over; the message names file, line and remedy.
        NotAStore: the file is something else; it is not touched.
        NewerStore: a later version wrote it.
        StoreError: it is absent, or cannot be opened; the message says what to do.
    """
    overlay = Path(lexicon) if lexicon is not None else None
    load(overlay)  # Before the store: a wrong folder leaves no new file behind.
    if str(store) == IN_MEMORY:
        return Session(in_memory(), overlay)
    return Session(open_store(Path(store), create=create), overlay)


def write(network: Network, out: BinaryIO, layout: str) -> None:
    """Write a map in one of the `layouts`.

    Raises:
        UsageError: there is no such layout; the message lists those there are.
    """
    shelf.take(LAYOUTS, layout).write(network, out)


def exports() -> tuple[str, ...]:
    """The formats of `Session.export`, by name."""
    return shelf.names(EXPORT)


def is_text(layout: str) -> bool:
    """Is an export something to print, rather than bytes or several files?

    Raises:
        UsageError: there is no such format; the message lists those there are.
    """
    return not shelf.take(EXPORT, layout).BINARY


def suffix_of(layout: str) -> str:
    """How the file of an export ends, with the dot.

    Raises:
        UsageError: there is no such format; the message lists those there are.
    """
    suffix: str = shelf.take(EXPORT, layout).SUFFIX
    return suffix


def layouts() -> tuple[str, ...]:
    """What `write` can write, by name."""
    return shelf.names(LAYOUTS)


class Session(Maps, Claims, Lists):
    """An open store; `open` makes one. Use it in a `with` block."""

    def __enter__(self) -> Session:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def add(
        self,
        paths: Paths | Iterable[Sent],
        *,
        published: str | None = None,
        publisher: str | None = None,
        form: str = "txt",
        workers: int | None = 1,
        progress: Progress | None = None,
        kept: Callable[[Bundle], None] | None = None,
    ) -> Summary:
        """Read reports into the store; what it has already read is not added again.

        Every article is kept with all its claims in one transaction, so stopping in the middle leaves whole articles.

        Args:
            paths: files, folders, `-` for standard input, or files that somebody sent.
            published: the day of publication of those that name none (ISO 8601).
            publisher: of those that name none.
            form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
            workers: processes that read, as for `allegiance.read`.
            progress: called with articles done, and how many there are (None where unknown).
            kept: called with each article once it is in the store; what it raises stops the reading.

        Raises:
            UsageError: `published` is no date, or `form` none that can be read.
            StoreBusy: another program is writing.
            StoreError: the disk is full, or the like; what was added before is kept.
        """
        if published is not None:
            check_day(published)
        actors_before = len(self._cast(date.max).actors)
        keeping = Keeping(self._store, self._lexicon, today=date.today())
        bundles = run.read(
            [paths] if isinstance(paths, str | Path) else paths,
            form=form,
            published=published,
            publisher=publisher,
            workers=workers,
            overlay=self._overlay,
            wanted=keeping.is_wanted,
        )
        # Closed by hand: on Ctrl-C the worker processes have to end now, not when memory is swept.
        with closing(bundles):
            for bundle in bundles:
                keeping.keep(bundle)
                if progress is not None:
                    progress(keeping.done, None)
                if kept is not None:
                    kept(bundle)
        return keeping.summary(actors=len(self._cast(date.max).actors) - actors_before)

    def export(
        self, layout: str, out: str | Path | BinaryIO, dossier: Dossier | None = None
    ) -> None:
        """Write a dossier in one of the `exports`; a file is written whole or not at all.

        Args:
            dossier: by default everything, but what is only alleged.
            out: a path or a stream. For formats of several files (`csv`, `parquet`) a path that ends with `.zip`, or a stream, gets an
                archive, any other path a new folder.

        Raises:
            UsageError: there is no such format, its library is not installed, or nothing can be written there.
        """
        part = shelf.take(EXPORT, layout)
        target = Path(out) if isinstance(out, str) else out
        given = dossier if dossier is not None else self.dossier()
        deliver(part.files(given, self._lexicon), target, several=part.SUFFIX == PACKED)

    def desk(self, by: str) -> Desk:
        """Where a person decides who is who and what was read rightly.

        Args:
            by: the name that stands on the decisions.

        Raises:
            UsageError: it is empty.
        """
        return Desk(self._store, self._lexicon, by=by, now=_now)

    def take_decisions(self, given: Path | Iterable[bytes]) -> Imported:
        """Take over what others decided; what is here already is not taken twice.

        Args:
            given: their store, a file of JSON lines as `allegiance decisions export` writes them, or such lines.

        Raises:
            StoreError: the file cannot be read, or ours not be written; then nothing is taken.
        """
        return take_over(self._store, self._lexicon, given, now=_now())


def _now() -> datetime:
    return datetime.now(UTC)
