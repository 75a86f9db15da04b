"""`tidtam serve`: the pages, from one process or a few, until Ctrl-C."""

import socket

import click
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from tidtam.cli.problems import NOT_SET_UP, PORT_TAKEN
from tidtam.problems import Refused
from tidtam.programmes import queries as programmes

APPLICATION = "tidtam.config.wsgi:application"
OPEN = {
    "th": "เปิดหน้าเว็บที่ http://{host}:{port}/ (หยุดด้วย Ctrl-C)",
    "en": "serving on http://{host}:{port}/ (stop with Ctrl-C)",
}
THREADS = 4


def run(*, lang: str, host: str, port: int, workers: int) -> int:
    """Serves until it is stopped."""
    check_port(host, port)
    if not programmes.codes():
        raise Refused([NOT_SET_UP.at()])
    connection.close()
    click.echo(OPEN[lang].format(host=host, port=port), err=True)
    server = Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
    )
    server.serve()
    return 0


def check_port(host: str, port: int) -> None:
    """Refused when another program listens there: better said now than after loading everything."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise Refused([PORT_TAKEN.at(port=port)]) from taken
