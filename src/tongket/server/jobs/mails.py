"""Sends the mails that actions wrote, after their transaction is committed; what cannot be sent is told the sender."""

from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models.signals import post_save
from django_tasks import task

from tongket.server.clock import now
from tongket.server.records import blobs
from tongket.server.records.models import Mail, Notice


@task()
def send(pk: int) -> None:
    """Send a mail, once; note when it went, or why it did not, with a notice to the sender."""
    mail = Mail.objects.select_related("sender", "book", "case").get(pk=pk)
    if mail.sent_at or mail.failed_at:
        return
    try:
        _message(mail).send()
    except (OSError, ValueError) as refused:  # the server of mails is not there, or will not take it
        _failed(mail, str(refused)[:300] or type(refused).__name__)
    else:
        mail.sent_at = now()
        mail.save(update_fields=["sent_at"])


def connect() -> None:
    """From now on every mail that is kept is queued when its transaction is committed, whichever action wrote it."""
    post_save.connect(_queue, sender=Mail, dispatch_uid="tongket-mails")


def _queue(sender: type[Mail], instance: Mail, created: bool, **_: Any) -> None:  # noqa: FBT001 - Django's signature
    if created and instance.failed_at is None:
        pk = instance.pk
        transaction.on_commit(lambda: _enqueue(pk))


def _enqueue(pk: int) -> None:
    send.enqueue(pk)


def _message(mail: Mail) -> EmailMessage:
    """Plain text; an answer goes to the person who signed, not to the machine's address."""
    message = EmailMessage(mail.subject, mail.body, to=[mail.address])
    if mail.sender.email:
        message.reply_to = [mail.sender.email]
    for one in mail.attachments:
        message.attach(one["name"], blobs.content_of(one["sha256"]))
    return message


def _failed(mail: Mail, why: str) -> None:
    mail.failed_at, mail.failure = now(), why
    mail.save(update_fields=["failed_at", "failure"])
    values = {"address": mail.address, "subject": mail.subject, "org_unit": mail.case.org_unit if mail.case else ""}
    Notice.objects.create(account=mail.sender, book=mail.book, code="mail_failed", values=values, at=now())
