"""Mappings are checked as they are read; every wrong value is told with what was wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.check import check
from allegiance.lexicon.importing.mapping import find_mapping
from allegiance.lexicon.lexicon import DATA
from tests.lexicon.importing.listed import OWN, own

RULE = '[[kind]]\nid = "guards"\ncolumns = ["title"]\nmatches = ".+ Guards"\nkind = "armed-group"\n'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('id = "mine"', 'id = "yours"', "mine.toml: id is 'yours'; wanted 'mine', as the file is called"),
        ('source = "https', 'source = "ftp', "source is .*; wanted the address of a page"),
        ('layout = "csv"', 'layout = "xlsx"', "layout is 'xlsx'; wanted one of csv, jsonl, petrarch"),
        ('layout = "csv"', 'layout = "csv"\nprefix = "My list"', "prefix is 'My list'; wanted small letters"),
        ('layout = "csv"', 'layout = "csv"\ndelimiter = "tab"', "delimiter is 'tab'; wanted one sign"),
        ('layout = "csv"', 'layout = "csv"\ngroup = true', "no key 'group' is known"),
        ('layout = "csv"', 'layout = "csv"\ngrouped = "yes"', "grouped is 'yes'; wanted true or false"),
        ('layout = "csv"', 'layout = "csv"\notherwise = "gang"', "otherwise is 'gang'; wanted one of armed-group"),
        ('layout = "csv"', 'layout = "csv"\nmissing = "n/a"', "missing is 'n/a'; wanted a list of texts"),
        ('name = ["title"]', "name = []", ".columns.: name is .*; wanted the columns that hold the main name"),
        ('name = ["title"]', 'names = ["title"]', ".columns.: no key 'names' is known; there are id, name"),
        ('kind = ["sort"]', "", ".columns.: kind is None; wanted a column, tables"),
        ('gang = "armed-group"', 'gang = "gang"', ".kinds.: gang is 'gang'; wanted one of armed-group"),
        ("[columns]", "[column]", "no key 'column' is known"),
    ],
)  # fmt: skip
def test_a_broken_mapping_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in OWN
    with pytest.raises(LexiconError, match=told):
        own(tmp_path, OWN.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('".+ Guards"', '"(Guards"', ".guards.: matches is .*; wanted a regular expression"),
        ('matches = ".+ Guards"\n', "", ".guards.: is is .*; wanted a list of texts, or the key matches"),
        ('columns = ["title"]\n', "", ".guards.: columns is .*; wanted a list of texts"),
        ('kind = "armed-group"', 'kind = "gang"', ".guards.: kind is 'gang'; wanted one of"),
        ('id = "guards"\n', "", "wanted an id of its own for each table"),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    own(tmp_path, OWN + RULE)
    with pytest.raises(LexiconError, match=told):
        own(tmp_path, OWN + RULE.replace(old, new))


@pytest.mark.parametrize("matches", ["(?P<title>.+)", "(?P<alias>.+)", ".+"])
def test_a_pattern_of_names_has_to_find_the_name(tmp_path: Path, matches: str) -> None:
    with pytest.raises(LexiconError, match=r"wanted \(\?P<name>"):
        own(tmp_path, f'{OWN}[[name]]\nid = "p"\nmatches = "{matches}"\n')


def test_a_mapping_of_the_folder_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "imports").mkdir()
    mine = tmp_path / "imports" / "ucdp.toml"
    mine.write_text(OWN.replace('"mine"', '"ucdp"'))
    assert find_mapping("ucdp", tmp_path, DATA) == mine
    assert find_mapping("acled", tmp_path, DATA).parent == DATA / "imports"
    with pytest.raises(LexiconError, match="no mapping 'gtd'; there are acled, followthemoney"):
        find_mapping("gtd", tmp_path, DATA)


def test_the_checker_tells_the_line_of_a_broken_mapping(tmp_path: Path) -> None:
    (tmp_path / "imports").mkdir()
    text = (OWN + RULE).lstrip().replace(".+ Guards", "(Guards")
    (tmp_path / "imports" / "mine.toml").write_text(text)
    (problem,) = check(tmp_path)
    line = int(problem.removeprefix("imports/mine.toml:").partition(":")[0])
    assert text.splitlines()[line - 1] == 'id = "guards"'
