"""The people of a year: who holds which role from when until when, who was invited, who acts for whom."""

import datetime as dt
from dataclasses import dataclass

from tongket.server.records.models import Account, Delegation, Invitation, RoleGrant, YearBook
from tongket.server.records.queries.books import typed_year


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with the roles given to them in a year, those that are over last."""

    account: Account
    grants: tuple[RoleGrant, ...]


def people_of(book: YearBook, day: dt.date) -> tuple[Person, ...]:
    """Return everybody who has or had a role in a year, sorted as a Vietnamese office lists people."""
    codes = _codes(book)
    by_account: dict[int, list[RoleGrant]] = {}
    for grant in RoleGrant.objects.filter(org_unit__in=codes):
        by_account.setdefault(grant.account_id, []).append(grant)
    accounts = Account.objects.filter(pk__in=by_account)
    return tuple(
        Person(one, tuple(sorted(by_account[one.pk], key=lambda grant: is_over(grant, day)))) for one in accounts
    )


def is_over(grant: RoleGrant, day: dt.date) -> bool:
    """Say whether a role has ended by a day."""
    return grant.until is not None and grant.until <= day


def person_in(book: YearBook, pk: int) -> Account | None:
    """Return an account that has or had a role in a year, None for any other."""
    return Account.objects.filter(pk=pk, grants__org_unit__in=_codes(book)).distinct().first()


def grant_in(book: YearBook, pk: int) -> RoleGrant | None:
    """Return a role given in a year."""
    return RoleGrant.objects.select_related("account").filter(pk=pk, org_unit__in=_codes(book)).first()


def pending_invitations(book: YearBook) -> tuple[Invitation, ...]:
    """Return the invitations that nobody has accepted and nobody has withdrawn, expired ones too, newest first."""
    found = Invitation.objects.filter(book=book, account=None, withdrawn_at=None)
    return tuple(found.select_related("invited_by"))


def invitation_in(book: YearBook, pk: int) -> Invitation | None:
    """Return an invitation of a year."""
    return Invitation.objects.select_related("book").filter(book=book, pk=pk).first()


def delegations_in(book: YearBook, day: dt.date, *, giver: Account | None = None) -> tuple[Delegation, ...]:
    """Return the delegations of a year that hold or will hold; of one giver only, if named."""
    found = Delegation.objects.filter(grant__org_unit__in=_codes(book), withdrawn_at=None, until__gt=day)
    if giver is not None:
        found = found.filter(grant__account=giver)
    return tuple(found.select_related("grant__account", "receiver"))


def delegations_to(book: YearBook, receiver: Account, day: dt.date) -> tuple[Delegation, ...]:
    """Return the delegations of a year that somebody received and that hold or will hold."""
    return tuple(one for one in delegations_in(book, day) if one.receiver_id == receiver.pk)


def delegation_in(book: YearBook, pk: int) -> Delegation | None:
    """Return a delegation of a year."""
    found = Delegation.objects.select_related("grant__account", "receiver")
    return found.filter(pk=pk, grant__org_unit__in=_codes(book)).first()


def _codes(book: YearBook) -> list[str]:
    return [one.code for one in typed_year(book).organisation.org_units]
