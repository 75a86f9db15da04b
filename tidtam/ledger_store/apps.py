"""Makes ledger_store known to Django."""

from django.apps import AppConfig


class LedgerStoreConfig(AppConfig):
    name = "tidtam.ledger_store"
    label = "ledger_store"
