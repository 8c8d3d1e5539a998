"""Piccolo looks for a module of this name."""

from piccolo.conf.apps import AppRegistry

from base.db import DB

__all__ = ["APP_REGISTRY", "DB"]

APP_REGISTRY = AppRegistry(apps=[f"{name}.piccolo_app" for name in ("base", "people", "messages", "volunteers", "wishes", "jobs", "inbox")])
