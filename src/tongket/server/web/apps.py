"""The application that brings templates, styles and tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages of tongket."""

    name = "tongket.server.web"
    label = "web"

    def ready(self) -> None:
        """Begin to count wrong codes, and to queue the mails that actions write."""
        from tongket.server.jobs.mails import connect
        from tongket.server.web.entering import locking  # noqa: F401 - connects its receiver

        connect()
