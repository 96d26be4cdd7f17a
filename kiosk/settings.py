"""All settings of a kiosk: one typed object from a TOML file and AISLEWISE_* variables.

The file is `/etc/aislewise/settings.toml` on a store device, else `settings.toml` in the user's settings folder;
`AISLEWISE_SETTINGS` names another. A variable such as `AISLEWISE_STAFF__PORT=9000` goes before the file.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any, Literal

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

SYSTEM_FILE = Path("/etc/aislewise/settings.toml")
_SYSTEM_DATA = Path("/var/lib/aislewise")


class SettingsError(Exception):
    """The settings cannot be used: the text names the file or variable, the setting and the remedy."""


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class KioskSettings(_Section):
    """This kiosk in the store."""

    name: str = "Kiosk 1"
    place: str = "at the entrance"
    idle_s: float = Field(60.0, ge=10, le=600)
    """Seconds without a touch or a word after which a session is forgotten."""
    printer: str = Field("", pattern=r"^([^\s/#\-][^\s/#]*)?$", max_length=127)
    """The printer for shopping lists by its name in CUPS (`lpstat -e`), empty for none."""


class VoiceSettings(_Section):
    enabled: bool = True
    microphone: str = ""
    """Name of the microphone, empty for the default."""
    speaker: str = ""
    speak_answers: bool = True
    """Say the answers to typed and tapped questions too."""
    volume: float = Field(1.0, ge=0.1, le=4.0)
    """How loud each shopper first hears the kiosk; 1 is as the voice gives it."""
    speed: float = Field(1.0, ge=0.5, le=2.0)
    """How fast; 1 is the voice's own pace."""
    interrupt: bool = True
    """Keep the microphone open while the answer to a spoken question is said, so that the shopper can cut in."""
    tone: bool = True
    """A short tone when the kiosk begins to listen."""
    wake_word: str = ""
    """Listen without a tap once these words were said: okay_nabu, hey_jarvis, hey_mycroft, alexa; empty for taps only.
    Until then nothing but the wake word is listened for, on this machine."""


class ModelSettings(_Section):
    wanted: str = "auto"
    """auto (what `aislewise models use` chose, else a dropped-in instruct model, else the embedded one), embedded, or
    the name of a file in the models folder."""
    threads: int = Field(2, ge=1, le=64)


class _HookSettings(_Section):
    """A place beyond the staff page where calls ring."""

    words: bool = False
    """Tell the shopper's words and the product, too. They leave the kiosk then."""


class MqttSettings(_HookSettings):
    """An MQTT broker; without a host nothing is sent."""

    host: str = ""
    port: int = Field(0, ge=0, le=65535)
    """0: 1883, with TLS 8883."""
    prefix: str = Field("aislewise", pattern=r"^[^\s/+#$]+(/[^\s/+#]+)*$", max_length=100)
    """Before all topics: PREFIX/calls/..., PREFIX/buttons/..."""
    user: str = ""
    password: Path | None = None
    """File of mode 600."""
    tls: bool = False
    ca: Path | None = None
    """File with the certificate of who signed the broker's, if that is not a public authority."""


class WebhookSettings(_HookSettings):
    """A web server of the store's that is told of calls; without an address nothing is sent."""

    url: str = ""
    secret: Path | None = None
    """File of mode 600 with the secret by which messages are signed in both directions."""
    ca: Path | None = None
    """As for MQTT."""

    @field_validator("url")
    @classmethod
    def _url(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("give it as https://SERVER/PATH")
        return value

    @model_validator(mode="after")
    def _signed(self) -> WebhookSettings:
        if self.url and self.secret is None:
            raise ValueError("name a file with a secret in `secret`, by which the server knows who is calling")
        return self


class CommandSettings(_HookSettings):
    """A program of the store's that is run for each ring; without one none is."""

    run: tuple[str, ...] = ()
    """The program and its arguments; no shell is involved."""
    calm: bool = False
    """Run it, too, when somebody took the call or it ended: to switch off what it switched on."""
    limit_s: float = Field(10.0, ge=1, le=60)
    """After this long it is killed, with all that it started."""


class GatewaySettings(_HookSettings):
    """Messengers, SMS, mail and the like, through Apprise; without a file nothing is sent."""

    file: Path | None = None
    """File of mode 600, an Apprise address on each line, `DEPARTMENT, DEPARTMENT =` before it for calls of those."""


class ButtonSettings(_Section):
    """A call button on the shop floor, which says PREFIX/buttons/NAME to the MQTT broker when it is pressed."""

    name: str = Field(pattern=r"^[^\s/+#$]+$", max_length=80)
    place: str = Field(min_length=1, max_length=80)
    reason: str = "help"
    department: str = ""

    @field_validator("reason")
    @classmethod
    def _reason(cls, value: str) -> str:
        from kiosk.staff import REASONS  # who has no buttons does not load the staff room

        if value not in REASONS:
            raise ValueError(f"give one of {', '.join(REASONS)}")
        return value


class HubSettings(_Section):
    """Several kiosks in one store: one machine is the hub, where all calls are answered; each has the same key."""

    url: str = ""
    """Of the hub's staff page: https://HUB:8765; empty on the hub itself and where there is one kiosk only."""
    key: Path | None = None
    """File of mode 600 with a secret of the store's. On the hub it lets the other kiosks in."""
    ca: Path | None = None
    """File with the certificate of who signed the hub's."""

    @property
    def serves(self) -> bool:
        """This machine is the hub."""
        return self.key is not None and not self.url

    @field_validator("url")
    @classmethod
    def _url(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("give it as https://HUB:PORT")
        return value

    @model_validator(mode="after")
    def _keyed(self) -> HubSettings:
        if self.url and self.key is None:
            raise ValueError("name the file with the store's secret in `key`, by which the hub knows its kiosks")
        return self


class StaffSettings(_Section):
    host: str = "0.0.0.0"  # noqa: S104  phones of the store's LAN reach it; every page needs a sign-in
    port: int = Field(8765, ge=1, le=65535)
    certificate: Path | None = None
    """File with a certificate that the store brings, and those that vouch for it, PEM; where there is none,
    `aislewise staff certificate` makes one."""
    key: Path | None = None
    """File of mode 600 with its key, PEM, without a password."""
    keep_days: int = Field(90, ge=1, le=3660)
    """How long calls are kept for the report; then they are deleted."""
    words_h: float = Field(24.0, ge=4, le=720)
    """How long a call keeps what was said, hours; never shorter than calls may be open."""
    mqtt: MqttSettings = MqttSettings()
    webhook: WebhookSettings = WebhookSettings()
    command: CommandSettings = CommandSettings()
    gateways: GatewaySettings = GatewaySettings()
    button: tuple[ButtonSettings, ...] = ()
    hub: HubSettings = HubSettings()

    @property
    def hooked(self) -> bool:
        """Calls ring or go somewhere beyond the staff page."""
        return bool(self.mqtt.host or self.webhook.url or self.command.run or self.gateways.file or self.hub.url)

    @model_validator(mode="after")
    def _certificate(self) -> StaffSettings:
        if (self.certificate is None) != (self.key is None):
            raise ValueError("a certificate and its key belong together: set both `certificate` and `key`, or neither")
        return self

    @model_validator(mode="after")
    def _buttons(self) -> StaffSettings:
        if self.button and not self.mqtt.host:
            raise ValueError("call buttons are heard through an MQTT broker: set staff.mqtt.host")
        names = [button.name for button in self.button]
        if len(set(names)) < len(names):
            raise ValueError("each call button has a name of its own")
        return self


class ScreenSettings(_Section):
    size: str = "1080x1920"
    """Of the virtual screen when there is no display, and of the window when windowed."""
    windowed: bool = False
    vnc_port: int = Field(5900, ge=1, le=65535)
    """Loopback port on which the virtual screen can be looked at and touched."""
    languages: tuple[Literal["en", "es", "fr", "de", "ar"], ...] = Field(("en", "es", "fr", "de", "ar"), min_length=1)
    """What shoppers may choose. The setting `language` is the one that the screen begins with."""

    theme: Path | None = None
    """A TOML file with the store's own colours, type, spacing and motion; see kiosk/theme/default.toml."""
    colour: str = ""
    """The store's colour, #RRGGBB: enough of a theme for many."""
    logo: Path | None = None
    """An SVG or PNG file."""
    look: Literal["light", "dark", "contrast"] = "light"
    """What each visit begins with; shoppers may choose another."""
    still: bool = False
    """Nothing moves."""
    reach: bool = False
    """All controls in the lower half of the screen, for a kiosk that is mounted high."""
    scan_s: float = Field(0.0, ge=0, le=20)
    """For a single switch (a key that types Enter or Space): the focus moves by itself each so many seconds."""

    @field_validator("size")
    @classmethod
    def _size(cls, value: str) -> str:
        width, _, height = value.partition("x")
        if not (width.isdigit() and height.isdigit() and int(width) >= 480 and int(height) >= 480):
            raise ValueError("give it as WIDTHxHEIGHT in pixels, each at least 480, such as 1080x1920")
        return value


class ScannerSettings(_Section):
    """A barcode scanner at a serial port; one that types like a keyboard needs no setting."""

    device: str = ""
    """Such as /dev/serial/by-id/usb-...; empty for none."""
    baud: Literal[1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200] = 9600


class SyncSettings(_Section):
    """Where new catalogs come from; without an address nothing is fetched."""

    url: str = ""
    """The folder that HQ publishes to, as its HTTP server shows it: https://hq.example/catalog/"""
    every_s: float = Field(900.0, ge=10, le=86_400)
    """Seconds from one look to the next, give or take a fifth, so that kiosks do not all come at once."""

    @field_validator("url")
    @classmethod
    def _url(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError("give it as https://SERVER/FOLDER/")
        return value


class LiveSettings(_Section):
    """The store's own system, asked for stock and price of the moment; without an address the synced figures count.

    The fields but the first and `deadline_s` are those of local_catalog.live's HttpSettings and SqlSettings.
    """

    url: str = ""
    """https://... with {sku}, {gtin} or {skus}, or a database as SQLAlchemy writes it."""
    query: str = ""
    """For a database: SELECT stock, price ... WHERE sku = :sku."""
    stock: str = "stock"
    price: str = ""
    price_in: Literal["major", "minor"] = "major"
    each: str = ""
    sku: str = "sku"
    most: int = Field(50, ge=1, le=1000)
    secret: Path | None = None
    """File of mode 600: a token for HTTP, the password for a database."""
    header: str = "Authorization"
    scheme: str = "Bearer"
    deadline_s: float = Field(0.15, gt=0, le=2)
    """Longest that a shopper waits for it."""


def _default_data() -> Path:
    return _SYSTEM_DATA if SYSTEM_FILE.exists() else platformdirs.user_data_path("aislewise")


class Settings(BaseSettings):
    """Everything a kiosk can be told. Folders are made when first used."""

    model_config = SettingsConfigDict(
        env_prefix="AISLEWISE_", env_nested_delimiter="__", extra="forbid", frozen=True, toml_file=None
    )

    data_dir: Path = Field(default_factory=_default_data)
    """The catalog, the state file, models, accounts."""
    runtime_dir: Path | None = None
    """The local socket; default: the user's runtime folder, else one in the data folder."""
    catalog: Path | None = None
    """A catalog file to serve whatever HQ publishes; default: what came from HQ, else `catalog.db` in the data folder,
    else the demo store."""
    language: str = "en"
    kiosk: KioskSettings = KioskSettings()
    voice: VoiceSettings = VoiceSettings()
    model: ModelSettings = ModelSettings()
    staff: StaffSettings = StaffSettings()
    screen: ScreenSettings = ScreenSettings()
    scanner: ScannerSettings = ScannerSettings()
    sync: SyncSettings = SyncSettings()
    live: LiveSettings = LiveSettings()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, settings_file())

    @property
    def models_dir(self) -> Path:
        """Drop-in models: instruct GGUF files, `whisper*` folders, Piper voices."""
        return self.data_dir / "models"

    @property
    def catalog_file(self) -> Path:
        return self.catalog or self.data_dir / "catalog.db"

    @property
    def catalogs_dir(self) -> Path:
        """The versions that came from HQ."""
        return self.data_dir / "catalogs"

    @property
    def pronunciations_file(self) -> Path:
        """How this store says some words, for the recogniser."""
        return self.data_dir / "pronunciations.toml"

    @property
    def state_file(self) -> Path:
        return self.data_dir / "state.db"

    @property
    def socket(self) -> Path:
        """The engine's local socket, in a folder of its own that only this user can enter."""
        return (self.runtime_dir or _runtime_dir(self.data_dir)) / "engine.sock"


def _runtime_dir(data_dir: Path) -> Path:
    """A folder a kiosk has to itself: two data folders never share a socket."""
    return data_dir / "run"


def settings_file() -> Path | None:
    """The settings file in use, None when there is none."""
    named = os.environ.get("AISLEWISE_SETTINGS")
    if named:
        return Path(named)
    for path in (SYSTEM_FILE, platformdirs.user_config_path("aislewise") / "settings.toml"):
        if path.exists():
            return path
    return None


_CALL = "AISLEWISE_CALL_"
"""Before the variables by which a program that is run for a call is told of it: see kiosk.staff.hooks.command."""


def load(**overrides: Any) -> Settings:
    """The settings as files, variables and `overrides` give them. Raises SettingsError in one line."""
    path = settings_file()
    if path is not None:
        try:
            tomllib.loads(path.read_text("utf-8"))
        except OSError as error:
            reason = error.strerror or error
            raise SettingsError(f"{path}: cannot be read ({reason}); mend it or unset AISLEWISE_SETTINGS") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: is not a TOML file ({error}); correct that line") from error
    known = {f"AISLEWISE_{name.upper()}" for name in Settings.model_fields}
    for name in os.environ:
        if not name.startswith("AISLEWISE_") or name == "AISLEWISE_SETTINGS" or name.startswith(_CALL):
            continue
        if name.split("__")[0] not in known:
            raise SettingsError(f"variable {name}: there is no such setting; unset it or correct its name")
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors()[0]
        setting = ".".join(str(part) for part in first["loc"])
        where = path if path is not None else "the AISLEWISE_ variables"
        raise SettingsError(f"{where}: setting {setting!r}: {first['msg']}; correct or remove it") from error
    except ValueError as error:
        raise SettingsError(f"{path or 'the AISLEWISE_ variables'}: {error}; correct or remove it") from error


def display_present() -> bool:
    """Is there a screen to show a window on?"""
    return bool(os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"))
