"""Makes the cube known to Django, and to the ledger's reader as an engine that adds up."""

from importlib import import_module

from django.apps import AppConfig


class AnalyticsConfig(AppConfig):
    name = "tidtam.analytics"
    label = "analytics"

    def ready(self) -> None:
        """Tells the reader of the book that the cube takes what is large."""
        adding = import_module("tidtam.ledger_store.adding")
        adding.register(import_module("tidtam.analytics.engine").CubeEngine())
