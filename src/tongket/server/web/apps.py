"""The application that brings templates, styles and tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages of tongket."""

    name = "tongket.server.web"
    label = "web"
