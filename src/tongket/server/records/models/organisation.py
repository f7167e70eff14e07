"""The organisation's dated register, as rows.

Each model is the fact of the same name; a test holds their fields equal.
"""

from django.db import models

from tongket.server.records.models.facts import FactRow


class OrgUnit(FactRow):
    """One org unit in each row. Its code never changes."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    kind = models.CharField(max_length=40, default="company")
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Parent(FactRow):
    """Which org unit stands under which, and since when."""

    org_unit = models.TextField()
    parent = models.TextField()
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Rename(FactRow):
    """A new name from a day on; the code stays."""

    org_unit = models.TextField()
    first = models.DateField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")
    document = models.TextField(blank=True, default="")


class Restructuring(FactRow):
    """Which org unit went into which."""

    kind = models.CharField(max_length=40)
    on = models.DateField()
    source = models.TextField()
    target = models.TextField()
    document = models.TextField(blank=True, default="")


class Grouping(FactRow):
    """Groups beside the tree, for example an emulation cluster."""

    code = models.TextField()
    name = models.TextField()
    name_ru = models.TextField(blank=True, default="")
    name_en = models.TextField(blank=True, default="")


class GroupingMember(FactRow):
    """Who belongs to which grouping, and since when."""

    grouping = models.TextField()
    org_unit = models.TextField()
    first = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Person(FactRow):
    """Who signs or reports; the id is opaque, never an identity number."""

    person_id = models.TextField()
    name = models.TextField()
    org_unit = models.TextField()
    position = models.TextField(blank=True, default="")
    position_ru = models.TextField(blank=True, default="")
    position_en = models.TextField(blank=True, default="")
    side = models.CharField(max_length=40, blank=True, default="")
