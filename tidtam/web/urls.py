"""The addresses of the pages."""

from django.urls import path

from tidtam.web.board.views import board
from tidtam.web.downloads.views import download
from tidtam.web.fonts import font
from tidtam.web.place.views import place
from tidtam.web.trail.views import trail

urlpatterns = [
    path("", board, name="board"),
    path("trail/<str:line>/", trail, name="trail"),
    path("place/<str:code>/", place, name="place"),
    path("report/<str:year>.<str:kind>", download, name="report"),
    path("font/sarabun-<int:weight>.woff2", font, name="font"),
]
