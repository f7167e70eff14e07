"""The papers that were made of a year: which, when, by whom, and from which state of the year."""

from django.db import models

from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import Blob, YearBook


class MadeDocument(models.Model):
    """One paper as it was made; it never changes, and is made again when the year has changed.

    `stamp` and `revision` are those of the year it was made from, `figures_sha256` the hash of the figures in it.
    `party` says that it was made with the Party's figures: for who may not see them it does not exist.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=2)
    basis = models.CharField(max_length=20)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    party = models.BooleanField(default=False)
    stamp = models.CharField(max_length=32)
    revision = models.PositiveBigIntegerField()
    figures_sha256 = models.CharField(max_length=64)

    class Meta:
        """The newest stands last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the paper."""
        return f"{self.name} {self.language} r{self.revision}"
