"""Makes people known to Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tidtam.people"
    label = "people"
