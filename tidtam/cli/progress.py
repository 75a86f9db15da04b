"""A progress bar on stderr for long work; where stderr is no terminal, a line for each step."""

import sys
from types import TracebackType
from typing import Any

import click

from tidtam.problems import Both

STEPS = {
    "keep": Both("เก็บรายการ", "keeping claims"),
    "post": Both("ลงบัญชี", "posting"),
    "places": Both("พื้นที่และคำนิยาม", "places and definitions"),
    "stories": Both("เอกสารสมมุติ", "made-up papers"),
    "entries": Both("รายการ", "entries"),
    "indexes": Both("ดัชนีและยอดกัน", "indexes and guards"),
    "claims": Both("ผู้บันทึกและผู้ตรวจ", "claims and who let them in"),
}
WIDTH = 30
EVERY = 200


class Bar:
    """Called with what is being done, how much of it is done and how much there is."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.step = ""
        self.bar: Any = None
        self.drawn = 0

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()

    def __call__(self, step: str, done: int, whole: int) -> None:
        if step != self.step:
            self._begin(step, whole)
        if done - self.drawn >= EVERY or done == whole:
            self.bar.update(done - self.drawn)
            self.drawn = done

    def _begin(self, step: str, whole: int) -> None:
        self._finish()
        self.step, self.drawn = step, 0
        label = STEPS[step].text(self.lang) if step in STEPS else step
        self.bar = click.progressbar(length=max(whole, 1), label=label, file=sys.stderr, width=WIDTH)
        self.bar.__enter__()

    def _finish(self) -> None:
        if self.bar is not None:
            self.bar.__exit__(None, None, None)
            self.bar = None
