"""What is new for a person in a year: the notices, the newest first, and how many wait to be read."""

from tongket.server.records.models import Account, Notice, YearBook

MOST = 100
"""So many stand on the page; older ones are in the log."""


def waiting(account: Account, book: YearBook) -> int:
    """Return how many notices a person has not read."""
    return Notice.objects.filter(account=account, book=book, read_at=None).count()


def notices_of(account: Account, book: YearBook) -> tuple[Notice, ...]:
    """Return the notices of a person, the newest first."""
    return tuple(Notice.objects.filter(account=account, book=book)[:MOST])


def notice_of(account: Account, book: YearBook, pk: int) -> Notice | None:
    """Return one notice of a person; somebody else's does not exist."""
    return Notice.objects.filter(account=account, book=book, pk=pk).first()
