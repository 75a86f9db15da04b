"""The twelve months by all their names."""

FULL = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# What people say for short: มีนา, เมษา, กุมภา.
_SPOKEN = tuple(name.removesuffix("คม").removesuffix("ยน").removesuffix("พันธ์") for name in FULL)


def _plain(name: str) -> str:
    return name.replace(".", "").replace(" ", "").lower()


_NUMBER_OF = {
    _plain(name): number
    for names in (FULL, SHORT, _SPOKEN, ENGLISH, tuple(name[:3] for name in ENGLISH))
    for number, name in enumerate(names, start=1)
}


def month_number(name: str) -> int | None:
    """1 to 12 for a Thai or English name in full or short, with or without its dots; None for anything else.

    >>> month_number("มี.ค."), month_number("พค"), month_number("เมษา"), month_number("Sep"), month_number("นี้")
    (3, 5, 4, 9, None)
    """
    return _NUMBER_OF.get(_plain(name))
