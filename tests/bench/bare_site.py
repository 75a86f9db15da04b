"""A site of one view that puts one row in: what the framework itself costs."""

from __future__ import annotations

from django.core.handlers.wsgi import WSGIHandler
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.test.utils import override_settings
from django.urls import path

get_wsgi_application()


def put(request: HttpRequest) -> HttpResponse:
    """One row for one number, in a transaction."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO bench_number (number) VALUES (%s)", [int(request.POST["number"])])
    return HttpResponse("kept")


urlpatterns = [path("", put)]
override_settings(MIDDLEWARE=(), ROOT_URLCONF="tests.bench.bare_site").enable()
application = WSGIHandler()
