"""What people are told: notices on their pages, and the mails that were written to them, sent or not."""

from django.db import models

from tongket.server.records.models.accounts import Account
from tongket.server.records.models.books import YearBook
from tongket.server.records.models.filing import DossierCase


class Notice(models.Model):
    """Something new for a person: a code and its values, said in the reader's language; `address` leads to the page."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="notices")
    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="notices")
    code = models.CharField(max_length=40)
    values = models.JSONField(default=dict)
    address = models.CharField(max_length=200, blank=True, default="")
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """The newest stands first."""

        ordering = ("-at", "-id")

    def __str__(self) -> str:
        """Name the notice by what it says."""
        return f"{self.code}: {self.account}"


class Mail(models.Model):
    """A mail as it was written and shown: nothing else is sent. `failure` says why it could not be sent.

    `receiver` is None and `address` empty for an org unit nobody of which has an account with an address; such a mail
    is never sent, and the sender sees it. `attachments` name the files that go with it, by the hash of their content.
    """

    book = models.ForeignKey(YearBook, on_delete=models.CASCADE, related_name="mails")
    case = models.ForeignKey(DossierCase, on_delete=models.CASCADE, null=True, blank=True, related_name="mails")
    kind = models.CharField(max_length=40)
    sender = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    address = models.CharField(max_length=254, blank=True, default="")
    language = models.CharField(max_length=2, default="vi")
    subject = models.CharField(max_length=300)
    body = models.TextField()
    attachments = models.JSONField(default=list)
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    failure = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        """The newest stands first."""

        ordering = ("-written_at", "-id")

    def __str__(self) -> str:
        """Name the mail by its subject."""
        return f"{self.address}: {self.subject}"
