"""A watched file: read again when it is another one, and only then."""

import os

import pytest

from kiosk.staff.watched import Watched


@pytest.fixture
def reads():
    return []


@pytest.fixture
def watched(tmp_path, reads):
    def read(path):
        reads.append(path)
        return path.read_text("utf-8") if path.exists() else "nothing"

    return Watched(tmp_path / "file", read)


def replace(path, text):
    fresh = path.with_name("fresh")
    fresh.write_text(text, "utf-8")
    os.replace(fresh, path)


def test_a_file_is_read_once_while_it_stays_the_same(watched, tmp_path, reads):
    replace(tmp_path / "file", "a")
    assert [watched.value() for _ in range(5)] == ["a"] * 5
    assert len(reads) == 1


def test_a_replaced_file_is_read_again_even_of_the_same_length_and_time(watched, tmp_path):
    path = tmp_path / "file"
    replace(path, "a")
    assert watched.value() == "a"
    then = path.stat().st_mtime_ns
    other = tmp_path / "other"
    other.write_text("b", "utf-8")
    os.utime(other, ns=(then, then))
    os.replace(other, path)
    assert watched.value() == "b"


def test_a_file_that_comes_and_goes(watched, tmp_path):
    assert watched.value() == "nothing"
    replace(tmp_path / "file", "a")
    assert watched.value() == "a"
    (tmp_path / "file").unlink()
    assert watched.value() == "nothing"


def test_what_reading_raises_is_raised_each_time(tmp_path):
    def damaged(path):
        raise ValueError(path)

    watched = Watched(tmp_path / "file", damaged)
    for _ in range(2):
        with pytest.raises(ValueError, match="file"):
            watched.value()
