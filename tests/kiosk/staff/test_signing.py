"""Signatures: they fit what was signed and nothing else, and not for long."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff import StaffError, private
from kiosk.staff.signing import LASTS, BadSignature, sign, verify

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
SECRET = "correct horse battery"


def test_the_signature_is_as_described():
    header = sign(b'{"a": 1}', SECRET, NOON)
    assert header == f"t={int(NOON.timestamp())},v1=e7d5ff046f32875b159042a6e975d9339c6d8a904f2fdff8d2bc026c0b614908"


@given(body=st.binary(max_size=200), secret=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_what_was_signed_is_accepted(body, secret):
    verify(sign(body, secret, NOON), body, secret, NOON + timedelta(seconds=200))


@given(
    body=st.binary(max_size=20), other=st.binary(max_size=20), secret=st.sampled_from(["a", "b"]),
    seconds=st.integers(-1000, 1000), away=st.integers(-600, 600),
)  # fmt: skip
def test_nothing_else_is(body, other, secret, seconds, away):
    header = sign(body, "a", NOON)
    moved = header.replace(f"t={int(NOON.timestamp())}", f"t={int(NOON.timestamp()) + seconds}")
    fits = body == other and secret == "a" and seconds == 0 and abs(away) <= LASTS.total_seconds()
    if fits:
        verify(moved, other, secret, NOON + timedelta(seconds=away))
    else:
        with pytest.raises(BadSignature):
            verify(moved, other, secret, NOON + timedelta(seconds=away))


@given(header=st.text(max_size=60) | st.from_regex(r"(t=\d{0,13},?|v1=[0-9a-fé]{0,5},?| ){0,6}", fullmatch=True))
def test_headers_that_sign_nothing_are_refused(header):
    with pytest.raises(BadSignature):
        verify(header, b"body", SECRET, NOON)


def test_either_secret_will_do_while_it_is_exchanged():
    old, new = sign(b"x", "old", NOON), sign(b"x", "new", NOON)
    both = f"{old},{new.partition(',')[2]}"
    for secret in ("old", "new"):
        verify(both, b"x", secret, NOON)


def test_a_secret_is_one_line_that_only_its_owner_reads(tmp_path):
    path = tmp_path / "secret"
    with pytest.raises(StaffError, match=r"secret: cannot be read \(No such file"):
        private.secret(path)
    path.write_text("hush\n")
    path.chmod(0o640)
    with pytest.raises(StaffError, match="chmod 600"):
        private.secret(path)
    path.chmod(0o600)
    assert private.secret(path) == "hush"
    for bad in (b"", b"two\nlines", b"\xff", b"x" * 20_000):
        path.write_bytes(bad)
        with pytest.raises(StaffError) as error:
            private.secret(path)
        assert "xxx" not in str(error.value)
