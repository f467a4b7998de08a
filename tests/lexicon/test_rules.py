"""A rule's id leads to the line that a researcher can edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.lexicon.rules import rule_line


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "frames").mkdir()
    (tmp_path / "frames" / "relations.rivalry.toml").write_text(
        '# Words for it.\n\n[[frame]]\nid = "clash"\nverbs = ["clash"]\n\n[[frame]]\nid = "fight"\n'
    )
    (tmp_path / "groups.csv").write_text("# Groups.\nid,name\ndawn,Dawn Brigade\ndawn-two,Other\n")
    (tmp_path / "clash.toml").write_text('id = "clash"\n[verbs.say]\nwords = ["say"]\n')
    return tmp_path


@pytest.mark.parametrize(
    ("rule", "file", "number", "text"),
    [
        (
            "relations.rivalry.clash",
            "frames/relations.rivalry.toml",
            4,
            'id = "clash"\nverbs = ["clash"]',
        ),
        ("relations.rivalry.fight", "frames/relations.rivalry.toml", 8, 'id = "fight"'),
        ("actors.dawn", "groups.csv", 3, "dawn,Dawn Brigade"),
        ("clash.say.add", "clash.toml", 2, '[verbs.say]\nwords = ["say"]'),
        ("relations.rivalry.love", None, None, None),
    ],
)
def test_where_a_rule_is_written(
    folder: Path, rule: str, file: str | None, number: int | None, text: str | None
) -> None:
    found = rule_line(rule, folder)
    assert (found.file, found.number, found.text) == (file, number, text)
