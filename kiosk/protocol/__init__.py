"""Messages between the engine and whoever is connected to its local socket (screen, staff page, command line).

One JSON object a line, told apart by `type`. A request carries an `id` of the caller's choosing and gets exactly one
reply with that id (its own reply type, or `failed`); pushes carry no id and go to every connection of the role they
are meant for. Money is whole minor units; times are ISO 8601 with zone; texts for the chrome of the screen are codes.
"""

from kiosk.protocol.base import *  # noqa: F403
from kiosk.protocol.codec import *  # noqa: F403
from kiosk.protocol.pushes import *  # noqa: F403
from kiosk.protocol.replies import *  # noqa: F403
from kiosk.protocol.reporting import *  # noqa: F403
from kiosk.protocol.requests import *  # noqa: F403
from kiosk.protocol.values import *  # noqa: F403
