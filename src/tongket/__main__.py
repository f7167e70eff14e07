"""`python -m tongket`: the command line."""

import sys

from tongket.cli import main

sys.exit(main(sys.argv[1:]))
