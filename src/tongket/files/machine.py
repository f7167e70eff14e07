"""What differs between systems, in one place: how much memory the process of a reader may take.

Windows limits no process by a call of its own; there the gate before the file and the time limit protect alone.
"""

import sys

if sys.platform == "win32":

    def limit_memory(most: int) -> None:
        """Leave the memory of this process, `most` bytes at the most, to the system."""

else:
    import resource

    def limit_memory(most: int) -> None:
        """Let this process take `most` bytes of address space; beyond, an allocation fails."""
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
