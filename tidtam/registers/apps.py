"""Makes the registers known to Django."""

from django.apps import AppConfig


class RegistersConfig(AppConfig):
    name = "tidtam.registers"
    label = "registers"
