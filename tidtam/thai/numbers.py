"""Numbers, number phrases and sums of money, read and written as Thai papers have them."""

from tidtam.thai.money import baht, baht_text, english_millions, millions_baht
from tidtam.thai.number_reading import read_number
from tidtam.thai.phrases import NumberPhrase, Qualifier, read_phrase
from tidtam.thai.unreadable import NumberUnreadable

__all__ = [
    "NumberPhrase",
    "NumberUnreadable",
    "Qualifier",
    "baht",
    "baht_text",
    "english_millions",
    "millions_baht",
    "read_number",
    "read_phrase",
]
