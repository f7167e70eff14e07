"""The addresses of the notices, below those of a year."""

from django.urls import path

from tongket.server.web.notices import views

urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/read/", views.mark_read, name="notices_read"),
    path("notices/<int:notice>/open/", views.open_notice, name="notice_open"),
]
