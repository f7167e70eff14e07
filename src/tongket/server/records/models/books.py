"""The years that are worked on, and the files that were taken in for them."""

import secrets

from django.db import models


def new_stamp() -> str:
    """Draw a stamp that no state of a year had before."""
    return secrets.token_hex(16)


class Relation(models.TextChoices):
    """How the org units of a year stand to who gathers their reports; the words on every page follow it."""

    PEERS = "peers"
    SUPERIOR = "superior"


class CrossCheck(models.TextChoices):
    """Who checks the dossier of the lead unit: never the lead itself."""

    DEPUTY = "deputy"
    IN_TURN = "in_turn"
    ALL_OTHERS = "all_others"


class YearBook(models.Model):
    """One year that is worked on, and how its cluster or enterprise works.

    `revision` goes up with every action that changes what the year says; `stamp` is drawn anew each time, so that what
    was calculated from a year can be kept under it: a number would come again after a transaction that was undone.
    `lead_org_unit` and `deputy_org_unit` are codes of the register. `deadline` is the moment
    dossiers are due, `cut_at` when the figures were cut off ("Chốt số liệu"), None before.
    """

    slug = models.SlugField(max_length=60, unique=True)
    year = models.PositiveSmallIntegerField()
    relation = models.CharField(max_length=20, choices=Relation.choices, default=Relation.PEERS)
    lead_org_unit = models.CharField(max_length=24, blank=True, default="")
    deputy_org_unit = models.CharField(max_length=24, blank=True, default="")
    cross_check = models.CharField(max_length=20, choices=CrossCheck.choices, default=CrossCheck.IN_TURN)
    deadline = models.DateTimeField(null=True, blank=True)
    conference_on = models.DateField(null=True, blank=True)
    opened_at = models.DateTimeField()
    cut_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveBigIntegerField(default=0)
    stamp = models.CharField(max_length=32, default=new_stamp)

    class Meta:
        """The newest year stands first."""

        ordering = ("-year", "slug")

    def __str__(self) -> str:
        """Name the book as its addresses do."""
        return self.slug


class Blob(models.Model):
    """A file that was taken in, known by the SHA-256 of its content, under which its bytes lie in the data folder."""

    sha256 = models.CharField(max_length=64, primary_key=True)
    size = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        """Name the file by its hash."""
        return self.sha256


class SourceFile(models.Model):
    """A file a year was read from, under the name its facts give as their place."""

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="source_files")
    name = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        """A name means one file of a year."""

        constraints = (models.UniqueConstraint(fields=("book", "name"), name="one_source_file_of_a_name"),)
        ordering = ("name",)

    def __str__(self) -> str:
        """Name the file as the year does."""
        return self.name
