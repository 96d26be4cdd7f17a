"""Accessibility of a page as axe-core sees it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def check_accessible(page: Page) -> None:
    """Fails with what axe-core finds wrong: rule, place and remedy, for WCAG 2.2 AA and good practice."""
    found = Axe().run(page, options=_RULES)
    assert found.violations_count == 0, found.generate_report()
