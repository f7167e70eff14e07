"""Who may enter, in which roles, from when until when, and who acts for whom."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from tongket.organisation import Side


class Role(models.TextChoices):
    """What a person is in the year; what each may do stands in `actions/rights.yaml`."""

    REPORTER = "reporter"
    HEAD = "head"
    LEAD = "lead"
    DEPUTY = "deputy"
    SECRETARY = "secretary"
    OFFICE = "office"
    MEMBER = "member"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Account(AbstractUser):
    """A person who enters: name as it is written and read aloud, post, telephone, side, language of the pages.

    `org_unit` is where the person works: nobody accepts a dossier of that org unit, in whatever role (separation of
    duties).
    """

    full_name = models.CharField(max_length=120)
    name_key = models.CharField(max_length=400, blank=True, default="", editable=False)
    org_unit = models.CharField(max_length=24, blank=True, default="")
    post = models.CharField(max_length=200, blank=True, default="")
    telephone = models.CharField(max_length=40, blank=True, default="")
    side = models.CharField(max_length=20, choices=[(side.value, side.value) for side in Side], blank=True, default="")
    language = models.CharField(max_length=2, choices=[(code, code) for code in ("vi", "ru", "en")], default="vi")

    class Meta(AbstractUser.Meta):
        """Names are sorted the Vietnamese way by a key stored with them, the same on every database."""

        ordering = ("name_key", "username")

    def __str__(self) -> str:
        """Name the person."""
        return self.full_name or self.username


class RoleGrant(models.Model):
    """A role of a person in a branch of the organisation (an org unit and all below it) or in a cluster, by date.

    Days are half-open `[first, until)`. `party` opens the pages of the Party, which are absent for everybody else.
    """

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    org_unit = models.CharField(max_length=24)
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    party = models.BooleanField(default=False)
    granted_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        """Roles come in the order in which they were given."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the role and where it holds."""
        return f"{self.role} {self.org_unit}"


class Delegation(models.Model):
    """Somebody acts for somebody else during some days: `receiver` may use the `grant` of its holder."""

    grant = models.ForeignKey(RoleGrant, on_delete=models.CASCADE, related_name="delegations")
    receiver = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="delegations")
    first = models.DateField()
    until = models.DateField()
    document = models.CharField(max_length=200, blank=True, default="")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Delegations come in the order of their days."""

        ordering = ("first", "id")

    def __str__(self) -> str:
        """Name who acts in which role."""
        return f"{self.receiver} ({self.grant})"


class Invitation(models.Model):
    """An invitation by the office: whoever holds its secret may make the account with the role named in it, once."""

    book = models.ForeignKey("records.YearBook", on_delete=models.CASCADE, related_name="invitations")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    full_name = models.CharField(max_length=120)
    email = models.EmailField()
    post = models.CharField(max_length=200, blank=True, default="")
    side = models.CharField(max_length=20, blank=True, default="")
    language = models.CharField(max_length=2, default="vi")
    role = models.CharField(max_length=20, choices=Role.choices)
    org_unit = models.CharField(max_length=24)
    home = models.CharField(max_length=24, blank=True, default="")
    party = models.BooleanField(default=False)
    invited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    account = models.OneToOneField(Account, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        """The newest stands first."""

        ordering = ("-invited_at",)

    def __str__(self) -> str:
        """Name who was invited."""
        return self.email
