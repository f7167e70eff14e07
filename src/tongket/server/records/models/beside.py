"""What lies beside a dossier: evidence, what the unit objects to, and how the workbooks of its own layout are read."""

from django.db import models

from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import Blob, YearBook
from tongket.server.records.models.filing import DossierCase, DossierVersion


class EvidenceFile(models.Model):
    """A file that proves something in the dossier; a version that is submitted takes what lies here with it.

    `part` is the code of the part it belongs to, empty for the whole: what belongs to the Party's part exists for
    nobody without the right to Party pages.
    """

    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, related_name="evidence_files")
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=20, blank=True, default="")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """The same file lies in a dossier once."""

        constraints = (models.UniqueConstraint(fields=("case", "blob"), name="one_evidence_of_a_content"),)
        ordering = ("id",)

    def __str__(self) -> str:
        """Name the file."""
        return self.name


class Objection(models.Model):
    """The unit asks to correct what was filed for it; it goes to who filed it and stands in the dossier for ever."""

    version = models.ForeignKey(DossierVersion, on_delete=models.CASCADE, related_name="objections")
    text = models.TextField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """Objections come in the order in which they were made."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name what is objected to."""
        return f"{self.version}: {self.text[:40]}"


class ForeignMapping(models.Model):
    """How the workbooks of an org unit in its own layout are read, once somebody confirmed it; kept for next time."""

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="foreign_mappings")
    org_unit = models.CharField(max_length=24)
    content = models.JSONField()
    confirmed_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """An org unit has one layout of its own in a year."""

        constraints = (models.UniqueConstraint(fields=("book", "org_unit"), name="one_mapping_of_an_org_unit"),)
        ordering = ("org_unit",)

    def __str__(self) -> str:
        """Name whose layout it is."""
        return f"{self.book} {self.org_unit}"
