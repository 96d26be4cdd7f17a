"""Calls for staff: their states, their store, who may answer them, and the page on associates' phones."""

from kiosk.staff import accounts
from kiosk.staff.accounts import Associate, Role
from kiosk.staff.errors import AccountError, NoSuchPage, StaffError, StoreError, WrongStep
from kiosk.staff.reasons import ALWAYS_URGENT, MESSAGES, OUTCOMES, REASONS
from kiosk.staff.rules import Rules
from kiosk.staff.states import EXPIRES_AFTER, Audience, Caller, Page, State, audience
from kiosk.staff.store import PageStore, Step

__all__ = [
    "ALWAYS_URGENT",
    "EXPIRES_AFTER",
    "MESSAGES",
    "OUTCOMES",
    "REASONS",
    "AccountError",
    "Associate",
    "Audience",
    "Caller",
    "NoSuchPage",
    "Page",
    "PageStore",
    "Role",
    "Rules",
    "StaffError",
    "State",
    "Step",
    "StoreError",
    "WrongStep",
    "accounts",
    "audience",
]
