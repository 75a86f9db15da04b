"""Makes housing known to Django."""

from django.apps import AppConfig


class HousingConfig(AppConfig):
    name = "tidtam.housing"
    label = "housing"

    def ready(self) -> None:
        """Tells review what housing knows of its claims."""
        # Tables cannot be looked at before all applications are there.
        from tidtam.housing import lending_concern  # noqa: PLC0415
        from tidtam.review import registry  # noqa: PLC0415

        registry.register(lending_concern.LENDING)
