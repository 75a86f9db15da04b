"""The exception that carries all problems of a batch at once."""

from collections.abc import Iterable

from tidtam.problems.catalogue import Problem, text_of


class Refused(Exception):
    """A batch was refused and nothing of it was written; `problems` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: list[Problem] = list(problems)
        if not self.problems:
            raise ValueError("a refusal names at least one problem")
        super().__init__(self.problems)

    def text(self, lang: str) -> str:
        """All problems, a line each."""
        return text_of(self.problems, lang)

    def __str__(self) -> str:
        return self.text("th")
