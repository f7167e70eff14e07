"""What was typed into the year about reports, as rows.

Each model is the fact of the same name; a test holds their fields equal.
"""

from django.db import models

from tongket.server.records.models.facts import FactRow


class ReportedFigure(FactRow):
    """One reported number in each row."""

    org_unit = models.TextField()
    indicator = models.TextField()
    period = models.TextField()
    kind = models.CharField(max_length=40)
    value = models.TextField()
    breakdown = models.TextField(blank=True, default="")
    measure = models.TextField(blank=True, default="")
    cut_off = models.DateField(null=True, blank=True)
    revision = models.BigIntegerField(default=1)
    printed_percent = models.TextField(blank=True, default="")
    illustrative = models.BooleanField(default=False)
    page = models.TextField(blank=True, default="")
    checked_on = models.DateField(null=True, blank=True)
    note = models.TextField(blank=True, default="")
    explanation = models.TextField(blank=True, default="")


class Filing(FactRow):
    """Who was to file, by when, and when it came."""

    org_unit = models.TextField()
    period = models.TextField()
    due = models.DateField(null=True, blank=True)
    filed_on = models.DateField(null=True, blank=True)
    came = models.BooleanField(default=False)
    note = models.TextField(blank=True, default="")


class Narrative(FactRow):
    """Paragraphs of the report: results, shortcomings, directions."""

    section = models.CharField(max_length=40)
    text = models.TextField()
    text_ru = models.TextField(blank=True, default="")
    text_en = models.TextField(blank=True, default="")
    cause = models.TextField(blank=True, default="")
    cause_ru = models.TextField(blank=True, default="")
    cause_en = models.TextField(blank=True, default="")
    remedy = models.TextField(blank=True, default="")
    remedy_ru = models.TextField(blank=True, default="")
    remedy_en = models.TextField(blank=True, default="")
    org_unit = models.TextField(blank=True, default="")
