"""Calls for staff: their states, their store, who may answer them, and the page on associates' phones."""

from kiosk.staff import accounts
from kiosk.staff.accounts import Associate, Role
from kiosk.staff.errors import AccountError, NoSuchPage, StaffError, StoreError, WrongStep
from kiosk.staff.reasons import ALWAYS_URGENT, REASONS
from kiosk.staff.states import EXPIRES_AFTER, LADDER, Audience, Page, State, audience
from kiosk.staff.store import PageStore, Step

__all__ = [
    "ALWAYS_URGENT",
    "EXPIRES_AFTER",
    "LADDER",
    "REASONS",
    "AccountError",
    "Associate",
    "Audience",
    "NoSuchPage",
    "Page",
    "PageStore",
    "Role",
    "StaffError",
    "State",
    "Step",
    "StoreError",
    "WrongStep",
    "accounts",
    "audience",
]
