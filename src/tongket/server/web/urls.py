"""Every address of the server; each stands in `actions/rights.yaml`, or a test fails."""

from django.urls import include, path

from tongket.server.web import home
from tongket.server.web.desk import views as desk
from tongket.server.web.year import views as year

handler403 = "tongket.server.web.refusals.no_right"
handler404 = "tongket.server.web.refusals.not_found"
handler500 = "tongket.server.web.refusals.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("health/", home.health, name="health"),
    path("years/", home.choose_year, name="years"),
    path("open/", year.opening, name="open_year"),
    path("open/blank.xlsx", year.blank, name="blank_year"),
    path("speak/", home.speak, name="speak"),
    path("stand/", home.stand, name="stand"),
    path("help/", home.help_page, name="help"),
    path("account/", include("tongket.server.web.entering.urls")),
    path("<slug:book>/", desk.desk, name="desk"),
]
