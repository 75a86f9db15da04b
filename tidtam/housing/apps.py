"""Makes housing known to Django, and review of what housing knows of claims."""

from importlib import import_module

from django.apps import AppConfig


class HousingConfig(AppConfig):
    name = "tidtam.housing"
    label = "housing"

    def ready(self) -> None:
        """Tells review what housing knows of its claims, once the tables of all packages are known."""
        registry = import_module("tidtam.review.registry")
        registry.register(import_module("tidtam.housing.concern").CONCERN)
        registry.register(import_module("tidtam.housing.lending_concern").LENDING)
