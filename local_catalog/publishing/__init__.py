"""HQ's side: makes keys, publishes catalogs as signed static files, keeps them fresh."""

from local_catalog.publishing.keys import Role, make_keys
from local_catalog.publishing.publish import KEEP, PublishReport, publish
from local_catalog.publishing.upkeep import Freshness, refresh, renew_root, rotate, set_share

__all__ = [
    "KEEP",
    "Freshness",
    "PublishReport",
    "Role",
    "make_keys",
    "publish",
    "refresh",
    "renew_root",
    "rotate",
    "set_share",
]
