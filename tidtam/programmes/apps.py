"""Makes programmes known to Django."""

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "tidtam.programmes"
    label = "programmes"
