"""Django's own commands for maintainers: `python -m tongket.server.manage makemigrations`."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tongket.server.settings")
    execute_from_command_line(sys.argv)
