"""The addresses: all that a reader sees is under `tidtam.web`, also what says that something is wrong."""

from django.urls import include, path

urlpatterns = [path("", include("tidtam.web.urls"))]

handler400 = "tidtam.web.errors.bad_request"
handler403 = "tidtam.web.errors.forbidden"
handler404 = "tidtam.web.errors.not_found"
handler500 = "tidtam.web.errors.our_fault"
