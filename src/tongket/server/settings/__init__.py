"""The server's settings: from the environment only, loud when something is wrong, secrets read from files.

Django reads its settings from this module; `tongket.server.settings.environment` says what each variable means, and the
reference page is made from it.
"""

from tongket.server.settings.django import *  # noqa: F403 - Django takes its settings from the names of this module
