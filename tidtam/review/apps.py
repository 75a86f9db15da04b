"""Makes review known to Django."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "tidtam.review"
    label = "review"
