"""Messages survive the wire, and nothing else gets in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import protocol


@given(st.integers(0, 2**53), st.text(), st.text())
def test_a_request_survives_the_wire(number: int, session: str, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    session = session.encode("utf-8", "replace").decode()
    request = protocol.Ask(id=number, session=session, text=text)
    line = protocol.encode(request)
    assert line.count(b"\n") == 1
    assert protocol.decode_request(line) == request


@given(st.binary())
def test_noise_is_refused(line: bytes) -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.decode_request(line)


@pytest.mark.parametrize(
    "line",
    [
        b'{"type":"done","id":1}',
        b'{"type":"ask","id":1,"session":"a"}',
        b'{"type":"ask","id":"1","session":"a","text":"x"}',
        b'{"type":"ask","id":1,"session":"a","text":"\xff"}',
    ],
)
def test_only_requests_come_from_clients(line: bytes) -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.decode_request(line)
