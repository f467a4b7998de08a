"""What our terms are in the formats of others: `formats/*.toml`; the head of each file explains it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from allegiance.errors import LexiconError
from allegiance.lexicon.ontology import Ontology
from allegiance.lexicon.tables import Table, load_tables
from allegiance.records.mention import ActorKind


@dataclass(frozen=True, slots=True)
class Link:
    """A schema of followthemoney between two entities.

    Attributes:
        source, target: the properties that hold our source and our target.
        bodies: only where the target is an organisation.
    """

    schema: str
    source: str
    target: str
    bodies: bool


@dataclass(frozen=True, slots=True)
class FollowTheMoney:
    """`followthemoney.toml`.

    Attributes:
        kinds: schema and topics by kind of actor.
        links: by predicate.
        otherwise: the link for whom `Link.bodies` leaves out.
        result: from what came of a merger to those that it came of.
        bodies: schemata of organisations.
        languages: ISO 639-3 by ISO 639-1.
    """

    kinds: Mapping[str, tuple[str, tuple[str, ...]]]
    links: Mapping[str, Link]
    otherwise: Link
    result: Link
    bodies: tuple[str, ...]
    languages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Stix:
    """`stix.toml`.

    Attributes:
        kinds: type and identity class by kind of actor; the class is empty for types that have none.
        relations, events: types of relationships, by predicate and by role.
        result: that from what came of a merger to those that it came of.
    """

    kinds: Mapping[str, tuple[str, str]]
    relations: Mapping[str, str]
    result: str
    events: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class AcledRow:
    """A table `event` of `acled.toml`; an empty tuple fits everything."""

    id: str
    predicates: tuple[str, ...]
    modes: tuple[str, ...]
    source: tuple[str, ...]
    target: tuple[str, ...]
    event_type: str
    sub_event_type: str

    def fits(self, predicate: str, mode: str, source: str, target: str) -> bool:
        """Is it the row of such an event? `mode` is empty and a kind "nobody" where there is none."""
        asked = (
            (predicate, self.predicates),
            (mode, self.modes),
            (source, self.source),
            (target, self.target),
        )
        return all(not wanted or value in wanted for value, wanted in asked)


@dataclass(frozen=True, slots=True)
class Acled:
    """`acled.toml`.

    Attributes:
        actors: code and label by kind.
        times: days and code, the fewest days first.
        coarsest: the code of whatever is less exact.
    """

    actors: Mapping[str, tuple[int, str]]
    disorder: Mapping[str, str]
    times: tuple[tuple[int, int], ...]
    places: Mapping[str, int]
    coarsest: int
    civilians: str
    rows: tuple[AcledRow, ...]


@dataclass(frozen=True, slots=True)
class Cameo:
    """`cameo.toml`: sectors by kind of actor, intensity by code."""

    sectors: Mapping[str, str]
    intensities: Mapping[str, float]

    def intensity(self, code: str) -> float | None:
        """Of the code, or of the nearest above it; None where the table has neither.

        >>> Cameo({}, {"19": -10.0}).intensity("1951")
        -10.0
        """
        shorter = (code[:length] for length in range(len(code), 1, -1))
        return next((self.intensities[one] for one in shorter if one in self.intensities), None)


@dataclass(frozen=True, slots=True)
class Formats:
    """The tables of all formats that have one.

    Attributes:
        tables: those of `csv` and `parquet`.
    """

    followthemoney: FollowTheMoney
    stix: Stix
    acled: Acled
    cameo: Cameo
    tables: tuple[Table, ...]


def load_formats(folder: Path, ontology: Ontology) -> Formats:
    """Read the tables and check that each has a row for every term of ours.

    Raises:
        LexiconError: a file is no TOML, lacks a key, or names a term that does not exist; says file and remedy.
    """
    made = {
        name: _read(folder / f"{name}.toml", make, ontology)
        for name, make in (
            ("followthemoney", _followthemoney),
            ("stix", _stix),
            ("acled", _acled),
            ("cameo", _cameo),
        )
    }
    return Formats(**made, tables=load_tables(folder / "tables.toml"))


# The values of a TOML file are whatever its writer put there: `Any` until a table has been checked.
def _read(path: Path, make: Any, ontology: Ontology) -> Any:
    try:
        return make(tomllib.loads(path.read_text(encoding="utf-8")), ontology)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{path.name}: {error}") from error
    except KeyError as error:
        raise LexiconError(
            f"{path.name}: the key {error} is missing; its head explains it"
        ) from error
    except (TypeError, ValueError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def _followthemoney(written: dict[str, Any], ontology: Ontology) -> FollowTheMoney:
    _same("kinds", written["kinds"], get_args(ActorKind))
    _same("relations", written["relations"], _predicates(ontology))
    return FollowTheMoney(
        kinds={
            kind: (row["schema"], tuple(row["topics"])) for kind, row in written["kinds"].items()
        },
        links={name: Link(**row) for name, row in written["relations"].items()},
        otherwise=Link(**written["otherwise"], bodies=False),
        result=Link(**written["result"], bodies=False),
        bodies=tuple(written["bodies"]),
        languages=written["languages"],
    )


def _stix(written: dict[str, Any], ontology: Ontology) -> Stix:
    _same("kinds", written["kinds"], get_args(ActorKind))
    _same("relations", written["relations"], _predicates(ontology))
    _same("events", written["events"], ("source", "target", "place"))
    return Stix(
        kinds={kind: (row["type"], row["class"]) for kind, row in written["kinds"].items()},
        relations=written["relations"],
        result=written["result"],
        events=written["events"],
    )


def _acled(written: dict[str, Any], ontology: Ontology) -> Acled:
    _same("actors", written["actors"], get_args(ActorKind))
    rows = tuple(map(_acled_row, written["event"]))
    modes = {mode.name for kind in ontology.events for mode in kind.modes}
    for row in rows:
        _among(f"{row.id}.predicates", row.predicates, [kind.predicate for kind in ontology.events])
        _among(f"{row.id}.modes", row.modes, [*modes, ""])
        _among(f"{row.id}", (*row.source, *row.target), [*get_args(ActorKind), "nobody"])
        _among(f"{row.id}.event_type", (row.event_type,), written["disorder"])
    return Acled(
        actors={kind: (row["code"], row["label"]) for kind, row in written["actors"].items()},
        disorder=written["disorder"],
        times=tuple(sorted((row["days"], row["code"]) for row in written["time"])),
        places=written["place"],
        coarsest=written["coarsest"],
        civilians=written["civilians"],
        rows=rows,
    )


def _acled_row(row: dict[str, Any]) -> AcledRow:
    lists = {name: tuple(row[name]) for name in ("predicates", "modes", "source", "target")}
    return AcledRow(
        id=row["id"], event_type=row["event_type"], sub_event_type=row["sub_event_type"], **lists
    )


def _cameo(written: dict[str, Any], ontology: Ontology) -> Cameo:
    _same("sectors", written["sectors"], get_args(ActorKind))
    intensities = {code: float(value) for code, value in written["intensity"].items()}
    _among("roots of the events", (kind.cameo for kind in ontology.events), intensities)
    return Cameo(written["sectors"], intensities)


def _predicates(ontology: Ontology) -> list[str]:
    return [kind.predicate for kind in ontology.relations]


def _same(table: str, given: Iterable[str], wanted: Iterable[str]) -> None:
    missing, strange = sorted(set(wanted) - set(given)), sorted(set(given) - set(wanted))
    if missing or strange:
        raise ValueError(f"[{table}] lacks {missing} and has {strange}; wanted a row for each term")


def _among(where: str, used: Iterable[str], known: Iterable[str]) -> None:
    strangers = sorted(set(used) - set(known))
    if strangers:
        raise ValueError(f"{where}: {strangers}; wanted some of {sorted(known)}")
