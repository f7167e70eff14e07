"""The one application with tables of its own."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The records of tongket."""

    name = "tongket.server.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Refuse in words what is too long for its field."""
        from tongket.server.records.lengths import connect

        connect()
