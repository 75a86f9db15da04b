"""The two languages that a problem is told in, and values that read differently in each."""

from dataclasses import dataclass

LANGUAGES = ("th", "en")


def checked(lang: str) -> str:
    """The language as given; ValueError when it is neither "th" nor "en"."""
    if lang not in LANGUAGES:
        raise ValueError(f'language must be "th" or "en", not {lang!r}')
    return lang


@dataclass(frozen=True, slots=True)
class Both:
    """A value with a Thai and an English wording, such as the name of a place or unit.

    >>> Both("ครัวเรือน", "households").text("en")
    'households'
    """

    th: str
    en: str

    def text(self, lang: str) -> str:
        """The wording in one language."""
        return self.th if checked(lang) == "th" else self.en

    def __str__(self) -> str:
        return self.th
