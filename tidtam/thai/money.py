"""Writes sums of money: in figures, in words, and in millions for a sentence. Sums are kept in satang."""

from decimal import ROUND_HALF_UP, Decimal

from tidtam.thai.digits import number

SATANG_IN_BAHT = 100
_SATANG_IN_MILLION = 1_000_000 * SATANG_IN_BAHT


def baht_text(amount: Decimal | int) -> str:
    """A sum in baht as words, as contracts and vouchers carry it; ValueError for parts of a satang.

    >>> baht_text(Decimal("147000")), baht_text(Decimal("21.50"))
    ('หนึ่งแสนสี่หมื่นเจ็ดพันบาทถ้วน', 'ยี่สิบเอ็ดบาทห้าสิบสตางค์')
    """
    # Here and not above: the library takes a tenth of a second to come in, and only vouchers need it.
    from pythainlp.util import num_to_thaiword  # noqa: PLC0415

    satang = amount * SATANG_IN_BAHT
    if satang != int(satang):
        raise ValueError(f"{amount} baht is no whole number of satang")
    whole, part = divmod(abs(int(satang)), SATANG_IN_BAHT)
    spoken = f"{num_to_thaiword(whole)}บาท" if whole or not part else ""
    spoken += f"{num_to_thaiword(part)}สตางค์" if part else "ถ้วน"
    return f"ลบ{spoken}" if amount < 0 else spoken


def baht(satang: int, digits: str = "arabic") -> str:
    """A sum in full with its unit, satang only where there are any.

    >>> baht(14_700_000), baht(2150)
    ('147,000 บาท', '21.50 บาท')
    """
    whole = satang % SATANG_IN_BAHT == 0
    value = satang // SATANG_IN_BAHT if whole else Decimal(satang).scaleb(-2)
    return f"{number(value, digits)} บาท"


def millions_baht(satang: int, digits: str = "arabic") -> str:
    """A sum for a sentence: millions to one decimal, halves away from zero; below a million in full.

    >>> millions_baht(93_869_900_000), millions_baht(500_000_000), millions_baht(14_700_000)
    ('938.7 ล้านบาท', '5 ล้านบาท', '147,000 บาท')
    """
    if abs(satang) < _SATANG_IN_MILLION:
        return baht(satang, digits)
    return f"{number(_millions(satang), digits)} ล้านบาท"


def english_millions(satang: int) -> str:
    """The same sum for an English sentence.

    >>> english_millions(93_869_900_000), english_millions(14_700_000), english_millions(2150)
    ('938.7 million baht', '147,000 baht', '21.50 baht')
    """
    if abs(satang) < _SATANG_IN_MILLION:
        return baht(satang).replace("บาท", "baht")
    return f"{number(_millions(satang))} million baht"


def _millions(satang: int) -> int | Decimal:
    """Whole where it is whole, else to one decimal."""
    if satang % _SATANG_IN_MILLION == 0:
        return satang // _SATANG_IN_MILLION
    return (Decimal(satang) / _SATANG_IN_MILLION).quantize(Decimal("0.1"), ROUND_HALF_UP)
