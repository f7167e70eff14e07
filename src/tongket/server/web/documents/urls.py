"""The addresses of the papers."""

from django.urls import path

from tongket.server.web.documents import views

urlpatterns = [
    path("", views.documents, name="documents"),
    path("make/", views.make, name="document_make"),
    path("job/<int:job>/", views.job, name="document_job"),
    path("<int:document>/", views.download, name="document_file"),
]
