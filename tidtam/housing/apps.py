"""Makes housing known to Django."""

from django.apps import AppConfig


class HousingConfig(AppConfig):
    name = "tidtam.housing"
    label = "housing"
