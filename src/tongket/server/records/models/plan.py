"""Everything promised for the year, as rows.

Each model is the fact of the same name; a test holds their fields equal.
"""

from django.db import models

from tongket.server.records.models.facts import FactRow


class Indicator(FactRow):
    """What is measured, in which measure, and how it adds up."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    measure = models.TextField()
    direction = models.CharField(max_length=40, default="up")
    aggregation = models.CharField(max_length=40, default="sum")
    accumulates = models.BooleanField(default=True)
    digits = models.BigIntegerField(default=1)
    weight = models.TextField(blank=True, default="")
    numerator = models.TextField(blank=True, default="")
    denominator = models.TextField(blank=True, default="")
    at_plan_price_of = models.TextField(blank=True, default="")
    may_be_negative = models.BooleanField(default=False)
    group = models.CharField(max_length=40, default="production")


class Breakdown(FactRow):
    """The parts by which an indicator is broken down."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=40, default="block")


class Share(FactRow):
    """An org unit's share of a part, by date."""

    breakdown = models.TextField()
    org_unit = models.TextField()
    percent = models.TextField()
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Factor(FactRow):
    """Dated conversion factors with their source, for example barrels per tonne."""

    measure = models.TextField()
    into = models.TextField()
    factor = models.TextField()
    source = models.TextField()
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)
    indicator = models.TextField(blank=True, default="")
    breakdown = models.TextField(blank=True, default="")


class Component(FactRow):
    """An indicator that should equal its components, each times a factor."""

    indicator = models.TextField()
    part = models.TextField()
    factor = models.TextField()
    source = models.TextField(blank=True, default="")


class PlanLine(FactRow):
    """Each authority that sets targets has a line."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    authority = models.TextField(blank=True, default="")
    authority_ru = models.TextField(blank=True, default="")
    authority_en = models.TextField(blank=True, default="")
    counts = models.BooleanField(default=False)


class PlanVersion(FactRow):
    """Proposed, assigned, adjusted: by which document, on which day."""

    line = models.TextField()
    version = models.TextField()
    kind = models.CharField(max_length=40, default="assigned")
    on = models.DateField(null=True, blank=True)
    document = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True, default="")
    illustrative = models.BooleanField(default=False)


class Assumption(FactRow):
    """The oil price and exchange rate a plan rests on."""

    line = models.TextField()
    version = models.TextField()
    code = models.CharField(max_length=40)
    planned = models.TextField()
    realised = models.TextField(blank=True, default="")
    measure = models.TextField(blank=True, default="")
    applies_to = models.TextField(blank=True, default="")
    org_unit = models.TextField(blank=True, default="")
    page = models.TextField(blank=True, default="")


class Target(FactRow):
    """To whom, which indicator, for which period, how much."""

    line = models.TextField()
    version = models.TextField()
    org_unit = models.TextField()
    indicator = models.TextField()
    period = models.TextField()
    breakdown = models.TextField(blank=True, default="")
    value = models.TextField(blank=True, default="")
    state = models.CharField(max_length=40, default="assigned")
    measure = models.TextField(blank=True, default="")
    residue = models.TextField(blank=True, default="")
    reason = models.TextField(blank=True, default="")
    page = models.TextField(blank=True, default="")
    checked_on = models.DateField(null=True, blank=True)


class KeyProject(FactRow):
    """The structures and projects the year is judged by."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    org_unit = models.TextField()


class Milestone(FactRow):
    """Milestones: baseline, forecast, actual; a day, a month or a quarter."""

    project = models.TextField()
    stage = models.CharField(max_length=40)
    baseline = models.TextField()
    forecast = models.TextField(blank=True, default="")
    actual = models.TextField(blank=True, default="")
    name = models.TextField(blank=True, default="")
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    page = models.TextField(blank=True, default="")
    checked_on = models.DateField(null=True, blank=True)
