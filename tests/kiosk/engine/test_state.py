"""The state file: safe, private, one writer, and a clear word when it is damaged."""

from pathlib import Path

import pytest

from kiosk.engine.state import StateError, open_state


def test_it_is_private_and_everything_committed_is_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "data" / "state.db"
    with open_state(path) as connection:
        assert connection.pragma("journal_mode") == "wal"
        assert connection.pragma("synchronous") == 2
        connection.execute("CREATE TABLE t (x)")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "state.db"
    with open_state(path), pytest.raises(StateError, match="another Aislewise is using it"), open_state(path):
        pass
    with open_state(path):
        pass


@pytest.mark.parametrize("spoil", [b"not a database at all, but long enough to be looked at as one" * 100, None])
def test_a_damaged_file_is_named_with_the_remedy_and_kept(tmp_path: Path, spoil: bytes | None) -> None:
    path = tmp_path / "state.db"
    with open_state(path) as connection:
        connection.execute("CREATE TABLE t (x); CREATE INDEX i ON t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", ((f"row {number}",) for number in range(5000)))
    whole = path.read_bytes()
    path.write_bytes(spoil or whole[:8192] + b"\0" * 8192 + whole[16384:])
    with pytest.raises(StateError, match=r"state\.db: the state file is damaged .*rename it"), open_state(path):
        pass
    assert path.exists()
