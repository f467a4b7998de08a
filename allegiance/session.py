"""The Python API: open a store, add reports, ask. Every face speaks only to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, TypeAlias

from allegiance import shelf
from allegiance.errors import UsageError
from allegiance.pipeline import run
from allegiance.pipeline.lines import line
from allegiance.records.answer import Explanation, Hit, Profile, Summary
from allegiance.records.canonical import Json
from allegiance.records.network import Network

Day: TypeAlias = "date | str"
Paths: TypeAlias = "str | Path | Iterable[str | Path]"
Progress: TypeAlias = Callable[[int, int | None], None]

EXPORT = "allegiance.export"


def open(store: str | Path = "allegiance.db", *, create: bool = True) -> Session:
    """Open a store; an absent one is made.

    Args:
        store: a file; `:memory:` keeps nothing.
        create: False: an absent store is an error.

    Raises:
        NotAStore: the file is something else; it is not touched.
        NewerStore: a later version wrote it.
        StoreError: it is absent, or cannot be opened; the message says what to do.
    """
    raise NotImplementedError


def read(
    paths: Paths, *, form: str = "txt", published: str | None = None, workers: int = 1
) -> Iterator[dict[str, Json]]:
    """Read reports and keep nothing: one object an article, in input order, as docs/contract.md promises.

    Args:
        paths: files, folders, or `-` for standard input.
        form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
        published: the day of publication of those that name none (ISO 8601).

    Raises:
        UsageError: `published` is no date, or `form` none that can be read.
    """
    if published is not None:
        check_day(published)
    inputs = [paths] if isinstance(paths, str | Path) else paths
    bundles = run.read(inputs, form=form, published=published, workers=workers)
    return map(line, bundles)


def write(network: Network, out: BinaryIO, layout: str) -> None:
    """Write a map in one of the `layouts`.

    Raises:
        UsageError: there is no such layout; the message lists those there are.
    """
    shelf.take(EXPORT, layout).write(network, out)


def layouts() -> tuple[str, ...]:
    """What `write` can write, by name."""
    return shelf.names(EXPORT)


def check_day(written: str) -> date:
    """A day as a person writes it.

    Raises:
        UsageError: it is none.
    """
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError(f"{written!r} is no day; write it as 2014-02-10") from error


class Session:
    """An open store. Use it in a `with` block."""

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

    def add(
        self,
        paths: Paths,
        *,
        published: str | None = None,
        publisher: str | None = None,
        form: str = "txt",
        workers: int = 1,
        progress: Progress | None = None,
    ) -> Summary:
        """Read reports into the store; what it has already read is not added again.

        Every article is kept with all its claims in one transaction, so stopping in the middle leaves whole articles.

        Args:
            paths: files, folders, or `-` for standard input.
            published: the day of publication of those that name none (ISO 8601).
            publisher: of those that name none.
            form: what standard input holds (`txt`, `jsonl`, `html`); elsewhere the suffix tells.
            progress: called with articles done, and how many there are (None where unknown).

        Raises:
            UsageError: `published` is no date, or `form` none that can be read.
            StoreBusy: another program is writing.
            StoreError: the disk is full, or the like; what was added before is kept.
        """
        raise NotImplementedError

    def network(
        self,
        on: Day | None = None,
        known_by: Day | None = None,
        *,
        actor: str | None = None,
        kinds: Sequence[str] = (),
        alleged: bool = False,
    ) -> Network:
        """Who stood with, under and against whom.

        Args:
            on: the day in the world; by default the day of the last report.
            known_by: leave out what was published later; by default nothing.
            actor: only what it is a party to.
            kinds: only these predicates.
            alleged: draw what is only alleged, too; it is marked.

        Raises:
            UsageError: a day is no date, or a kind no predicate.
            NameProblem: `actor` does not lead to one actor.
        """
        raise NotImplementedError

    def profile(self, name: str, *, known_by: Day | None = None) -> Profile:
        """All that reports say of one actor.

        Args:
            name: a name, an alias, or an actor's id.

        Raises:
            UnknownName: with near names.
            AmbiguousName: with the actors to choose from.
        """
        raise NotImplementedError

    def why(self, claim_id: str) -> Explanation:
        """Where a claim comes from.

        Args:
            claim_id: or its first characters, `claim-` left out or not.

        Raises:
            UnknownName: no claim has that id, or several begin so.
        """
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Articles and claims that hold all the words, the best first; quotation marks keep words together."""
        raise NotImplementedError
