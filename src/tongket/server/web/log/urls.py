"""The addresses of the log, below those of a year."""

from django.urls import path

from tongket.server.web.log import views

urlpatterns = [
    path("log/", views.log, name="log"),
    path("log/<str:org_unit>/export/", views.log_export, name="log_export"),
]
