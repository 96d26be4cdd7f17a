from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import ModelError
from models.training import turns as turn_files
from models.training.own import Line, as_entries, is_held_back, lines_of, project_turns, read_own

TURNS = [f"find | where is the [mulch {number}](query)" for number in range(60)]


def write(folder: Path, lines: list[str], name: str = "garden.txt") -> Path:
    path = folder / name
    path.write_text("\n".join(["# a voice", "", *lines]) + "\n", encoding="utf-8")
    return path


def test_a_tenth_is_held_back_and_stays_so_when_turns_are_added(tmp_path: Path) -> None:
    first = read_own(write(tmp_path, TURNS))
    assert 1 <= len(first.held_back) <= 15
    assert len(first.training) + len(first.held_back) == 60
    write(tmp_path, [f"policy | do you cut [{number} boards](topic)" for number in range(30)], "more.txt")
    both = read_own(tmp_path)
    assert set(first.held_back) <= set(both.held_back)
    assert set(first.training) <= set(both.training)
    back = {line.turn() for line in both.held_back}
    assert not back & set(both.training)


def test_the_same_words_are_on_one_side(tmp_path: Path) -> None:
    own = read_own(
        write(tmp_path, TURNS + [line.upper().replace("FIND", "find").replace("QUERY", "query") for line in TURNS])
    )
    said = {" ".join(line.turn().words).lower() for line in own.held_back}
    assert not said & {" ".join(turn.words).lower() for turn in own.training}
    assert all(is_held_back(line.turn()) for line in own.held_back)


def test_turns_that_readers_are_judged_by_are_not_learned(tmp_path: Path) -> None:
    judged = [
        line.strip()
        for line in (turn_files.DATA / "held_out" / "student.txt").read_text("utf-8").splitlines()
        if "|" in line
    ]
    own = read_own(write(tmp_path, [*TURNS, *judged]))
    assert own.known == len(judged)
    held_out = {" ".join(turn.words).lower() for turn in project_turns("held_out", "test")}
    assert not held_out & {" ".join(turn.words).lower() for turn in own.training}


def test_a_voice_of_another_language_is_put_into_english(tmp_path: Path) -> None:
    own = read_own(write(tmp_path, [f"find | dónde está la [leche](query) {n}" for n in range(40)], "es_tienda.txt"))
    assert own.training[0].language == "es"
    assert "milk" in own.training[0].words


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("milk", "not of the form"),
        ("buy | milk", "unknown intent 'buy'"),
        ("find | [milk](thing)", "unknown tag 'thing'"),
        ("find | [milk] (query)", "a mark is not of the form"),
        ("find | [milk(query)", "a mark is not of the form"),
        ("find | milk](query)", "a mark is not of the form"),
        ("find | [](query) milk", "a mark is not of the form"),
        ("find | ?!", "no words"),
        ("find | mi\x07lk", "control character"),
        ("find | " + "milk " * 500, "longer than"),
    ],
)
def test_bad_turns_are_named_by_file_and_line(tmp_path: Path, line: str, why: str) -> None:
    path = write(tmp_path, [*TURNS, line])
    with pytest.raises(ModelError, match=why) as caught:
        read_own(tmp_path)
    assert str(caught.value).startswith(f"{path}:63: ")
    assert "\n" not in str(caught.value)


def test_many_bad_turns_are_told_together(tmp_path: Path) -> None:
    path = write(tmp_path, ["rubbish"] * 12)
    with pytest.raises(ModelError) as caught:
        read_own(path)
    assert str(caught.value).count("rubbish") == 5
    assert "and 7 more" in str(caught.value)


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for path, why in (
        (tmp_path / "none", "no such file"),
        (tmp_path / "empty", "no .txt"),
        (write(tmp_path, TURNS[:5]), "too few"),
    ):
        with pytest.raises(ModelError, match=why):
            read_own(path)
    (tmp_path / "latin.txt").write_bytes("find | jalapeño".encode("latin-1"))
    with pytest.raises(ModelError, match=r"latin\.txt:1: this line is not UTF-8"):
        read_own(tmp_path / "latin.txt")


def test_a_missing_part_of_the_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turn_files, "DATA", tmp_path / "none")
    with pytest.raises(ModelError, match=r"the project's turns are not in .*install Aislewise again"):
        project_turns("turns")


def test_held_back_turns_are_kept_as_they_were_written(tmp_path: Path) -> None:
    own = read_own(write(tmp_path, TURNS))
    assert lines_of(list(map(list, as_entries(own.held_back)))) == own.held_back


@pytest.mark.parametrize("entries", [None, {}, [["voice"]], [["voice", "rubbish"]], [7]])
def test_damaged_entries_are_refused(entries: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        lines_of(entries)


@given(st.text(alphabet=st.sampled_from("find |[]()!querystaf after\x00é\u2028日1$"), max_size=60))
def test_any_line_is_a_turn_or_refused(text: str) -> None:
    try:
        lines = lines_of([["voice", text]])
    except ValueError:
        return
    assert lines == (Line(text, "voice"),)
    assert lines[0].turn().words
