"""The year itself and the head of its paper, as rows.

Each model is the fact of the same name; a test holds their fields equal.
"""

from django.db import models

from tongket.server.records.models.facts import FactRow


class YearHead(FactRow):
    """Which year, whose, on which figures."""

    year = models.BigIntegerField()
    org_unit = models.TextField()
    title = models.TextField()
    title_ru = models.TextField(blank=True, default="")
    title_en = models.TextField(blank=True, default="")
    cut_off = models.DateField(null=True, blank=True)
    basis = models.CharField(max_length=40, default="actual")
    time_zone = models.TextField(blank=True, default="")
    illustrative = models.BooleanField(default=False)
    licence = models.TextField(blank=True, default="")
    licence_ru = models.TextField(blank=True, default="")
    licence_en = models.TextField(blank=True, default="")


class PaperHead(FactRow):
    """Head and signature of the report; its number and date come from the clerk."""

    issuer = models.TextField()
    issuer_ru = models.TextField(blank=True, default="")
    issuer_en = models.TextField(blank=True, default="")
    superior = models.TextField(blank=True, default="")
    superior_ru = models.TextField(blank=True, default="")
    superior_en = models.TextField(blank=True, default="")
    symbol = models.TextField(blank=True, default="")
    number = models.TextField(blank=True, default="")
    locality = models.TextField(blank=True, default="")
    locality_ru = models.TextField(blank=True, default="")
    locality_en = models.TextField(blank=True, default="")
    dated = models.DateField(null=True, blank=True)
    authority = models.TextField(blank=True, default="")
    authority_ru = models.TextField(blank=True, default="")
    authority_en = models.TextField(blank=True, default="")
    office = models.TextField(blank=True, default="")
    office_ru = models.TextField(blank=True, default="")
    office_en = models.TextField(blank=True, default="")
    signer = models.TextField(blank=True, default="")


class Recipient(FactRow):
    """One recipient of the report in each row."""

    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
