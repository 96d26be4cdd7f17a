"""The processes by which calls reach staff: the staff page, and the hooks where any is set up."""

from __future__ import annotations

from kiosk.engine.child import command
from kiosk.engine.health import Health
from kiosk.engine.service import Service
from kiosk.settings import Settings
from kiosk.staff.hooks import PART as HOOK

STAFF = "staff"
HOOKS = "hooks"


def staff_services(settings: Settings, store: str, health: Health) -> list[Service]:
    """Those that these settings want; `store` is its name. Their health is told as they come and go."""

    def hooks_state(name: str, state: str, detail: str) -> None:
        if state != "working":
            for hook in [part.name for part in health.health() if part.name.startswith(HOOK)]:
                health.tell(hook, state, detail)
        health.tell(name, state, detail)

    staff = settings.staff
    common = ("--socket", str(settings.socket), "--data", str(settings.data_dir))
    page = command(
        "kiosk.staff.web", *common,
        "--host", staff.host,
        "--port", str(staff.port),
        "--store", store,
        *(("--certificate", str(staff.certificate), "--key", str(staff.key)) if staff.certificate else ()),
        *(("--hook-secret", str(staff.webhook.secret)) if staff.webhook.url else ()),
        *(("--hub-key", str(staff.hub.key)) if staff.hub.serves else ()),
    )  # fmt: skip
    services = [Service(STAFF, page, on_state=health.tell)]
    if staff.hooked:
        services.append(Service(HOOKS, command("kiosk.staff.hooks", *common), on_state=hooks_state))
    return services
