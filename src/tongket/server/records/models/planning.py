"""How a plan is handed on: who has acknowledged which version, and workbooks that were looked at and not yet stored."""

from django.db import models

from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import Blob, YearBook


class PlanAcknowledgement(models.Model):
    """An org unit has received a version of a plan line ("Xác nhận đã nhận").

    `digest` is the SHA-256 of what the version gave the org unit then: when that is changed later, the acknowledgement
    no longer counts and is asked for anew.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="acknowledgements")
    line = models.TextField()
    version = models.TextField()
    org_unit = models.CharField(max_length=24)
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)

    class Meta:
        """An org unit acknowledges a version once."""

        constraints = (
            models.UniqueConstraint(fields=("book", "line", "version", "org_unit"), name="one_acknowledgement"),
        )
        ordering = ("id",)

    def __str__(self) -> str:
        """Name who has received what."""
        return f"{self.org_unit}: {self.line} {self.version}"


class PlanUpload(models.Model):
    """A file of a plan that was looked at: what the person saw is what is stored, by its hash.

    `content` holds the rows the year would have, by table, as JSON in one order; `revision` is the year's when the
    preview was made.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="plan_uploads")
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    revision = models.PositiveBigIntegerField()
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    content = models.TextField()
    content_sha256 = models.CharField(max_length=64)
    stored = models.BooleanField(default=False)

    class Meta:
        """The newest is last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the upload by its file."""
        return self.name
