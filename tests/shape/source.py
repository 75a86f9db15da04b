"""Reads the project's own source: its modules, their functions, and how many lines of code each has."""

import ast
import io
import tokenize
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "tidtam"

_NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One source file: its path from the root, its syntax tree, and which of its lines hold code."""

    path: str
    tree: ast.Module
    code: frozenset[int]

    @property
    def size(self) -> int:
        """Lines of code, without docstrings, comments and blanks."""
        return len(self.code)

    def functions(self) -> Iterator[tuple[str, int]]:
        """Each function with its lines of code, from its `def` on."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                lines = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                yield f"{self.path}:{node.lineno} {node.name}", len(self.code.intersection(lines))


@cache
def modules(folder: str = "tidtam") -> tuple[Module, ...]:
    """The modules under a folder of the project, without migrations."""
    paths = sorted(path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts)
    return tuple(_read(path) for path in paths)


def project() -> dict[str, object]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def layers() -> list[set[str]]:
    """The packages from the highest to the lowest, as the import contract has them; siblings in one set."""
    tool: dict = project()["tool"]  # type: ignore[assignment]
    contract = tool["importlinter"]["contracts"][0]
    return [{name.strip() for name in line.split("|")} for line in contract["layers"]]


def _read(path: Path) -> Module:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    return Module(str(path.relative_to(ROOT)), tree, frozenset(_code_lines(text) - _docstring_lines(tree)))


def _code_lines(text: str) -> set[int]:
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type not in _NOT_CODE:
            lines.update(range(token.start[0], token.end[0] + 1))
    return lines


def _docstring_lines(tree: ast.Module) -> set[int]:
    lines: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for child in body if isinstance(body, list) else []:
            match child:
                case ast.Expr(value=ast.Constant(value=str())):
                    lines.update(range(child.lineno, (child.end_lineno or child.lineno) + 1))
    return lines
