"""Makes the pages known to Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "tidtam.web"
    label = "web"
