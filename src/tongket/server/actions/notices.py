"""Reading notices: a person's own, so no right is asked and nothing is logged."""

from tongket.server.actions.acting import Actor
from tongket.server.records.models import Notice, YearBook


def read_notice(*, actor: Actor, notice: Notice) -> None:
    """Note that a person opened one of their notices."""
    Notice.objects.filter(pk=notice.pk, account=actor.account, read_at=None).update(read_at=actor.at)


def read_all(*, actor: Actor, book: YearBook) -> None:
    """Note that a person has seen all their notices of a year."""
    Notice.objects.filter(account=actor.account, book=book, read_at=None).update(read_at=actor.at)
