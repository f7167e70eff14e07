"""Long work that is done beside the pages: who asked for it, how far it is, what came of it."""

from django.db import models

from tongket.server.records.models.accounts import Account, RoleGrant
from tongket.server.records.models.books import YearBook


class JobKind(models.TextChoices):
    """What is worked on."""

    CONSOLIDATE = "consolidate"
    DOCUMENTS = "documents"


class JobState(models.TextChoices):
    """How a job stands."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


class Job(models.Model):
    """One piece of long work: `done` of `total` steps are behind it, about `left` seconds before it.

    `left` is None while nobody can say. `grant` is the role in which it was asked for: the work is done in that role
    and in no other. `asked` is what it was asked for with, `result` what came of it, as its kind says; `words` is the
    sentence for people where it failed, in three languages.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=20, choices=JobKind.choices)
    state = models.CharField(max_length=20, choices=JobState.choices, default=JobState.WAITING)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey(RoleGrant, on_delete=models.PROTECT, related_name="+")
    acting_for = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    origin = models.CharField(max_length=60, blank=True, default="")
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(null=True, blank=True)
    asked = models.JSONField(default=dict)
    words = models.JSONField(default=dict)
    result = models.JSONField(default=dict)

    class Meta:
        """The newest stands last."""

        ordering = ("id",)

    def __str__(self) -> str:
        """Name the job."""
        return f"{self.kind} {self.book} {self.state}"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in {JobState.DONE, JobState.FAILED}
