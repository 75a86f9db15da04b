"""Definitions written as TOML: what `tomllib` reads, and no more."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date


def as_toml(content: Mapping[str, object], path: str = "") -> str:
    """The text of a table: its values first, then the tables within it.

    >>> print(as_toml({"tree": {"code": "a", "days": [1, 2]}, "edge": [{"from": date(2019, 10, 1)}]}), end="")
    <BLANKLINE>
    [tree]
    code = "a"
    days = [1, 2]
    <BLANKLINE>
    [[edge]]
    from = 2019-10-01
    """
    plain = {key: value for key, value in content.items() if not _is_table(value)}
    text = "".join(f"{_key(key)} = {_value(value)}\n" for key, value in plain.items())
    for key, value in content.items():
        name = f"{path}{_key(key)}"
        if isinstance(value, Mapping):
            text += f"\n[{name}]\n{as_toml(value, name + '.')}"
        elif _is_table(value) and isinstance(value, Sequence):
            text += "".join(f"\n[[{name}]]\n{as_toml(row, name + '.')}" for row in value)
    return text


def _is_table(value: object) -> bool:
    if isinstance(value, Mapping):
        return True
    return isinstance(value, list) and bool(value) and isinstance(value[0], Mapping)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else json.dumps(key, ensure_ascii=False)


def _value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
