"""What was done: one event for each action, appended in the action's own transaction and never changed."""

from django.db import models

from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import YearBook


class AuditEvent(models.Model):
    """Who did what to what, when, from where, in which role and for whom; what stood there before and after.

    `verb` is a verb of `actions/rights.yaml`; `subject` names the thing as its page's address does; `org_unit` is whose
    it is, empty where it is nobody's. `party` marks what only those with the right to Party pages may see.
    """

    at = models.DateTimeField()
    actor = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    acting_for = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    role = models.CharField(max_length=20, blank=True, default="")
    origin = models.CharField(max_length=60, blank=True, default="")
    verb = models.CharField(max_length=60)
    book = models.ForeignKey(YearBook, on_delete=models.PROTECT, null=True, related_name="events")
    org_unit = models.CharField(max_length=24, blank=True, default="")
    subject = models.CharField(max_length=200, blank=True, default="")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    party = models.BooleanField(default=False)

    class Meta:
        """The order in which things were done."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the event."""
        return f"{self.at:%Y-%m-%d %H:%M} {self.verb} {self.subject}"
