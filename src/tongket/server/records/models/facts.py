"""What every row of a year has beside its own columns: the year book it belongs to, its order, where it was read."""

from django.db import models

from tongket.server.records.models.books import YearBook


class FactRow(models.Model):
    """A row of one table of the year.

    Numbers, amounts and periods are kept as the exact text the year folder writes: SQLite would turn a decimal into a
    binary number (decision 0009).
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE)
    ordinal = models.PositiveIntegerField()
    place = models.JSONField(null=True, blank=True)

    class Meta:
        """No table of its own; rows come back in the order in which they were written."""

        abstract = True
        ordering = ("ordinal",)

    def __str__(self) -> str:
        """Name the row by its table and order."""
        return f"{type(self).__name__} {self.ordinal}"
