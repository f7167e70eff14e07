"""Addresses of pages by their route, empty where a page has none; menus and desks link to what is there."""

from django.urls import NoReverseMatch, reverse


def address(route: str, book: str = "", **more: str) -> str:
    """Return the address of a route, in a year or outside; nothing when there is no such page."""
    for given in ({"book": book, **more}, more) if book else (more,):
        try:
            return reverse(route, kwargs=given)
        except NoReverseMatch:
            continue
    return ""
