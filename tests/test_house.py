"""Imports run downward; rooms on one floor never see each other. The first lines are the table."""

from __future__ import annotations

import ast
from pathlib import Path

import allegiance

FLOORS = (
    ("errors", "records"),
    ("lexicon", "settings", "shelf", "reading", "wording"),
    ("ingest", "clean", "annotate", "extract", "resolve", "store"),
    ("pipeline", "query", "export"),
    ("extraction", "notebook"),
    ("asking", "desk"),
    ("session",),
    ("faces",),
)
ROOF = ("__init__", "__main__")
ROOT = Path(allegiance.__file__).parent
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    """Rooms of this package that a module imports, those for type checking alone included."""
    modules: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            modules.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            modules.update(alias.name for alias in node.names)
    return {name.split(".")[1] for name in modules if name.startswith("allegiance.")} & set(
        FLOOR_OF
    )


def test_every_module_lives_in_a_room_of_the_table() -> None:
    rooms = {room_of(path) for path in ROOT.rglob("*.py")}
    assert rooms - set(ROOF) <= set(FLOOR_OF)


def test_imports_run_downward() -> None:
    for path in ROOT.rglob("*.py"):
        room = room_of(path)
        if room in ROOF:
            continue
        for other in imported_rooms(path) - {room}:
            below = FLOOR_OF[other] < FLOOR_OF[room]
            ground = FLOOR_OF[room] <= 1 and FLOOR_OF[other] <= FLOOR_OF[room]
            assert below or ground, f"{path.relative_to(ROOT)} imports {other}"
