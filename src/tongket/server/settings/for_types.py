"""The same settings for the type checker, which loads them too: it needs a data folder and must not make a real one."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("TONGKET_DATA", str(Path(tempfile.gettempdir()) / "tongket-for-types"))

from tongket.server.settings.django import *  # noqa: F403
