"""The mails of this room, each in the language of who gets it, signed with name and post of who sends it."""

import smtplib
from typing import Final

from django.conf import settings
from django.core.mail import send_mail

from tongket.server.actions.rights import rights
from tongket.server.clock import ZONE
from tongket.server.records.models import Account, Delegation, Invitation, Role
from tongket.server.records.queries.books import typed_year
from tongket.server.web.accounts.people import last_day
from tongket.server.web.names import org_unit_name, year_title
from tongket.words import LANGUAGES, Language, Text, short_date

_INVITED: Final = Text(
    "V/v mời tham gia hệ thống tổng kết: {year}", "Приглашение в систему итогов года: {year}", "Invitation: {year}"
)
_INVITATION: Final = Text(
    """Kính gửi {name},

Kính mời Anh/Chị tham gia hệ thống tổng kết năm ({year}) với vai trò: {role} – {where}.

Mở liên kết sau trước {time} ngày {day} (giờ Việt Nam) để đặt tên đăng nhập và mật khẩu. Liên kết chỉ dùng một lần:

{link}

Trân trọng.
{sender}""",
    """Здравствуйте, {name}!

Приглашаем Вас в систему подведения итогов года ({year}). Роль: {role} – {where}.

Откройте ссылку до {time} {day} (время Вьетнама) и задайте имя пользователя и пароль. Ссылка действует один раз:

{link}

С уважением,
{sender}""",
    """Dear {name},

You are invited to the year-end review ({year}) in the role: {role} – {where}.

Open this link before {time} on {day} (Vietnam time) and choose a user name and a password. It works once:

{link}

Yours sincerely,
{sender}""",
)
_DELEGATED: Final = Text(
    "V/v ủy quyền: {role} – {where}", "Передача полномочий: {role} – {where}", "Delegation: {role} – {where}"
)
_DELEGATION: Final = Text(
    """Kính gửi {name},

Từ ngày {first} đến hết ngày {last}, đề nghị Anh/Chị thay tôi trong vai trò: {role} – {where}.
Văn bản ủy quyền: {document}.
Khi đăng nhập, chọn “Đổi vai trò” ở góc trên bên phải.

Trân trọng.
{sender}""",
    """Здравствуйте, {name}!

С {first} по {last} включительно прошу заменить меня в роли: {role} – {where}.
Документ: {document}.
После входа выберите «Сменить роль» в правом верхнем углу.

С уважением,
{sender}""",
    """Dear {name},

From {first} to the end of {last}, please act for me in the role: {role} – {where}.
Document: {document}.
After logging in, choose “Change role” at the top right.

Yours sincerely,
{sender}""",
)


def send_invitation(invitation: Invitation, link: str) -> bool:
    """Send the link to the invited person; False where no mail left this server, so that the link is handed over."""
    language = _language(invitation.language)
    year = typed_year(invitation.book)
    local = invitation.expires_at.astimezone(ZONE)
    said = {
        "name": invitation.full_name,
        "year": year_title(year, language),
        "role": rights().roles[Role(invitation.role)].to(language),
        "where": org_unit_name(year, invitation.org_unit, language),
        "time": f"{local:%H:%M}",
        "day": short_date(local.date(), language),
        "link": link,
        "sender": _signature(invitation.invited_by),
    }
    return _send(invitation.email, _INVITED.to(language).format(**said), _INVITATION.to(language).format(**said))


def send_delegation(delegation: Delegation, where: Text) -> bool:
    """Tell the receiver of a delegation; False where no mail left this server."""
    language = _language(delegation.receiver.language)
    last = last_day(delegation.until)
    said = {
        "name": str(delegation.receiver),
        "first": short_date(delegation.first, language),
        "last": short_date(last, language) if last else "",
        "role": rights().roles[Role(delegation.grant.role)].to(language),
        "where": where.to(language),
        "document": delegation.document or "–",
        "sender": _signature(delegation.grant.account),
    }
    return _send(
        delegation.receiver.email, _DELEGATED.to(language).format(**said), _DELEGATION.to(language).format(**said)
    )


def _send(address: str, subject: str, body: str) -> bool:
    if not address:
        return False
    try:
        send_mail(subject, body, None, [address])
    except (OSError, smtplib.SMTPException):
        return False
    return not settings.EMAIL_BACKEND.endswith("console.EmailBackend")


def _signature(account: Account) -> str:
    return "\n".join(line for line in (str(account), account.post) if line)


def _language(code: str) -> Language:
    return code if code in LANGUAGES else "vi"
