"""Makes review known to Django, and the book how to know a practice database."""

from importlib import import_module

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "tidtam.review"
    label = "review"

    def ready(self) -> None:
        """Tells the bulk entrance of the book where it may be used, once the tables are known."""
        bulk = import_module("tidtam.ledger_store.practice_bulk")
        bulk.allow_where(import_module("tidtam.review.practice").is_practice)
