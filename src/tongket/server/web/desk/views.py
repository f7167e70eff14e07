"""Bàn làm việc: the line of the year, what to do, who has filed, what happened."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def desk(request: HttpRequest, book: str) -> HttpResponse:
    """Show the desk of the person in their role."""
    return render(request, "desk/desk.html")
