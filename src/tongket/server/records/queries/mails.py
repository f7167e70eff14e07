"""What became of the mails of a year: sent, waiting, or not sent and why."""

from tongket.server.records.models import Account, Mail, YearBook

MOST = 50
"""So many stand below the reminders."""


def mails_of(book: YearBook, *, sender: Account) -> tuple[Mail, ...]:
    """Return the mails somebody's actions wrote in a year, the newest first."""
    return tuple(Mail.objects.select_related("case", "receiver").filter(book=book, sender=sender)[:MOST])
