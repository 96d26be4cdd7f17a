"""Settings come from a file and variables; what is wrong is named with its remedy."""

from pathlib import Path

import pytest

from kiosk.settings import SettingsError, load


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setenv("AISLEWISE_SETTINGS", str(path))
    return path


def test_the_file_is_read_and_a_variable_goes_before_it(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text('[kiosk]\nname = "Kiosk 7"\nidle_s = 30\n[staff]\nport = 9001\n')
    monkeypatch.setenv("AISLEWISE_STAFF__PORT", "9002")
    settings = load()
    assert (settings.kiosk.name, settings.kiosk.idle_s, settings.staff.port) == ("Kiosk 7", 30, 9002)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[kiosk\n", "not a TOML file"),
        ("[kiosk]\nidle_s = 3\n", "kiosk.idle_s"),
        ('[kiosk]\ncolour = "red"\n', "kiosk.colour"),
        ('[screen]\nsize = "big"\n', "screen.size"),
        ("shop = 1\n", "shop"),
        ('[staff.mqtt]\nhost = "broker"\nprefix = "a/#"\n', "staff.mqtt.prefix"),
        ('[staff.webhook]\nurl = "ftp://x"\n', "https://SERVER/PATH"),
        ('[staff.webhook]\nurl = "https://x/"\n', "secret"),
        ("[staff.command]\nlimit_s = 0\n", "staff.command.limit_s"),
        ('[[staff.button]]\nname = "door"\nplace = "the door"\n', "staff.mqtt.host"),
        ('[staff.mqtt]\nhost = "b"\n[[staff.button]]\nname = "a b"\nplace = "x"\n', "staff.button.0.name"),
        ('[staff.mqtt]\nhost = "b"\n[[staff.button]]\nname = "a"\nplace = "x"\nreason = "tea"\n', "medicine"),
        ('[staff.mqtt]\nhost = "b"\n' + '[[staff.button]]\nname = "a"\nplace = "x"\n' * 2, "name of its own"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(file: Path, text: str, named: str) -> None:
    file.write_text(text)
    with pytest.raises(SettingsError) as error:
        load()
    assert named in str(error.value)
    assert str(file) in str(error.value)


def test_a_missing_file_and_an_unreadable_one(file: Path) -> None:
    with pytest.raises(SettingsError, match=r"settings\.toml: cannot be read"):
        load()
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="not a TOML file"):
        load()


def test_a_variable_that_is_no_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AISLEWISE_COLOUR", "red")
    with pytest.raises(SettingsError, match="AISLEWISE_COLOUR"):
        load()


def test_calls_ring_beyond_the_staff_page_only_where_that_was_set_up(file: Path) -> None:
    file.write_text("")
    assert not load().staff.hooked
    for section in (
        '[staff.mqtt]\nhost = "broker"\n[[staff.button]]\nname = "door"\nplace = "the door"\nreason = "checkout"\n',
        '[staff.webhook]\nurl = "https://x/"\nsecret = "/etc/secret"\n',
        '[staff.command]\nrun = ["ring", "--loud"]\n',
        '[staff.gateways]\nfile = "/etc/gateways"\n',
    ):
        file.write_text(section)
        assert load().staff.hooked


def test_what_a_program_is_told_of_a_call_is_no_setting(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("")
    monkeypatch.setenv("AISLEWISE_CALL_REASON", "help")
    load()
