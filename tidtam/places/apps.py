"""Makes places known to Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "tidtam.places"
    label = "places"
