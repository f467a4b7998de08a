"""Every command, option and predicate is documented, and what is generated is up to date."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click import Command, Group
from typer.main import get_command

from allegiance.faces.cli.app import build
from allegiance.lexicon.lexicon import DATA
from allegiance.lexicon.ontology import load_ontology
from allegiance.pipeline.lines import SCHEMA
from allegiance.records.claim import PHASES, STANCES
from tools.build_codebook import PAGE, codebook

ROOT = Path(__file__).parent.parent
PAGES = {
    path: path.read_text(encoding="utf-8")
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
}
REFERENCE = ROOT / "docs" / "reference.md"


def commands() -> dict[str, Command]:
    group = get_command(build())
    assert isinstance(group, Group)
    return dict(group.commands)


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_stands_in_the_reference(name: str) -> None:
    section = PAGES[REFERENCE].partition(f"\n## `allegiance {name}`")[2].partition("\n## ")[0]
    options = [opt for param in commands()[name].params for opt in param.opts if opt[0] == "-"]
    assert section
    assert [option for option in options if f"`{option}" not in section] == []


@pytest.mark.parametrize("name", commands())
def test_every_command_is_shown_in_the_readme(name: str) -> None:
    assert f"allegiance {name}" in PAGES[ROOT / "README.md"]


def test_the_codebook_says_what_the_ontology_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == codebook(load_ontology(DATA)), "run make codebook"


def test_every_predicate_phase_and_stance_stands_in_the_codebook() -> None:
    ontology = load_ontology(DATA)
    relations = [kind.predicate for kind in ontology.relations]
    events = [kind.predicate for kind in ontology.events]
    words = [*relations, *events, *PHASES, *STANCES]
    assert [word for word in words if f"`{word}`" not in PAGES[PAGE]] == []


def test_the_contract_names_the_schema_that_is_written() -> None:
    assert SCHEMA in PAGES[ROOT / "docs" / "contract.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = re.findall(r'(?:\]\(|src(?:set)?=")(?!https?:|#)([^)#"]+)', PAGES[page])
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_target_of_make_that_the_pages_name_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = {word for text in PAGES.values() for word in re.findall(r"`?make ([a-z]+)`", text)}
    assert named - targets == set()
