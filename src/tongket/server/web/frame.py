"""What stands around every page: the year and its choice, the role, the menu, the language, what is new."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from tongket.server.actions.rights import rights
from tongket.server.records.queries.notices import waiting
from tongket.server.web.language import spoken
from tongket.server.web.menu import entries
from tongket.server.web.names import year_title
from tongket.server.web.visit import books_of, key_of, standings_of, visit_or_none
from tongket.words import LANGUAGES


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give the templates what the frame needs; a page outside a year has no menu."""
    language = spoken()
    common = {"language": language, "languages": LANGUAGES, "common_login": bool(settings.COMMON_LOGIN)}
    found = visit_or_none(request)
    if found is None:
        return common
    roles = [
        {
            "key": key_of(one),
            "name": rights().roles[one.role].to(language),
            "org_unit": one.org_unit,
            "acting_for": one.acting_for,
            "is_now": one == found.actor.standing,
        }
        for one in found.standings
    ]
    return {
        **common,
        "visit": found,
        "book": found.book,
        "head": found.year.head,
        "year_title": year_title(found.year, language),
        "roles": roles,
        "role_name": rights().roles[found.actor.role].to(language),
        "other_books": [book for book in books_of(standings_of(request)) if book != found.book],
        "menu": entries(found, request.resolver_match.view_name if request.resolver_match else ""),
        "illustrative": found.year.head.illustrative,
        "new_notices": waiting(found.actor.account, found.book),
    }
