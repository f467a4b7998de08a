"""Frames: what a researcher may write, and what is refused with a remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from allegiance.errors import LexiconError
from allegiance.lexicon.frames import load_frames
from allegiance.lexicon.lexicon import load

DEFAULT = '[default]\nkind = "relation"\npredicate = "alliance"\nphase = "holds"\n'


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "relations.test.toml").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_frame_takes_what_its_file_gives_all(tmp_path: Path) -> None:
    folder = written(
        tmp_path, DEFAULT + '[[frame]]\nid = "a"\nverbs = ["team up"]\nsource = "subject"\n'
    )
    ((frame, words),) = load_frames(folder)["verb", "team"]
    assert (frame.id, words) == ("relations.test.a", ("up",))
    assert frame.forms[0].predicate == "alliance"


def test_frames_with_more_conditions_come_first(tmp_path: Path) -> None:
    loose = '[[frame]]\nid = "loose"\nverbs = ["join"]\nsource = "subject"\n'
    tight = '[[frame]]\nid = "tight"\nverbs = ["join"]\nobject = ["hand"]\nsource = "subject"\n'
    found = load_frames(written(tmp_path, DEFAULT + loose + tight))["verb", "join"]
    assert [frame.id for frame, _ in found] == ["relations.test.tight", "relations.test.loose"]


@pytest.mark.parametrize(
    ("frame", "remedy"),
    [
        ('id = "a"\nsource = "subject"', "no trigger"),
        ('id = "a"\nverbs = ["join"]\nphase = "starts"', "wanted one of holds"),
        ('id = "a"\nverbs = ["join"]\nkind = "state"', "wanted relation or event"),
        ('id = "a"\nverbs = ["join"]\nsubjekt = "x"', "unknown fields"),
        ('verbs = ["join"]', "id"),
    ],
)
def test_a_broken_frame_is_named_with_its_remedy(tmp_path: Path, frame: str, remedy: str) -> None:
    with pytest.raises(LexiconError, match=r"relations\.test\.toml") as error:
        load_frames(written(tmp_path, f"{DEFAULT}[[frame]]\n{frame}\n"))
    assert remedy in str(error.value)


def test_two_frames_of_one_id_are_refused(tmp_path: Path) -> None:
    twice = '[[frame]]\nid = "a"\nverbs = ["join"]\n'
    with pytest.raises(LexiconError, match="stands twice"):
        load_frames(written(tmp_path, DEFAULT + twice + twice))


def test_every_predicate_has_a_frame_and_no_frame_another() -> None:
    lexicon = load()
    said = {
        (form.kind, form.predicate)
        for found in lexicon.frames.values()
        for frame, _ in found
        for form in frame.forms
    }
    relations = {("relation", kind.predicate) for kind in lexicon.ontology.relations}
    events = {("event", kind.predicate) for kind in lexicon.ontology.events}
    assert said == relations | events


def test_a_frame_claims_only_phases_that_its_predicate_knows() -> None:
    lexicon = load()
    phases = {kind.predicate: kind.phases for kind in lexicon.ontology.relations}
    for found in lexicon.frames.values():
        for frame, _ in found:
            for form in frame.forms:
                assert form.phase is None or form.phase in phases[form.predicate], frame.id
