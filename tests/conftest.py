"""What holds for all tests."""


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Call a case made of bytes by its argument's name: bytes may hold the time (gzip), and all processes
    that share the tests must know a case by the same name."""
    return argname if isinstance(val, bytes) else None
