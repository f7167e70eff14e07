"""The addresses of the consolidated figures."""

from django.urls import path

from tongket.server.web.results import views

urlpatterns = [
    path("", views.results, name="results"),
    path("table.xlsx", views.workbook, name="results_workbook"),
    path("trace/", views.trace, name="results_trace"),
    path("compare/", views.compare, name="results_compare"),
    path("chart/<int:number>/<slug:look>.svg", views.chart, name="results_chart"),
    path("consolidate/", views.consolidate, name="results_consolidate"),
    path("job/<int:job>/", views.job, name="results_job"),
    path("cut-off/", views.cut_off, name="results_cut_off"),
]
