"""Invented values that are formally valid: right lengths, areas, days and check digits, and nobody's.

The area 149999 does not exist, nobody alive was born in 1900, and blocks of zeros are not handed out.
"""

from __future__ import annotations


def resident_id(area: str = "149999", born: str = "19000101", serial: str = "001") -> str:
    """An ID of 18 characters with its check character (GB 11643)."""
    first = area + born + serial
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(digit) * weight for digit, weight in zip(first, weights, strict=True))
    return first + "10X98765432"[total % 11]


def card(first: str = "622200000000000") -> str:
    """A bank card with its check digit (Luhn)."""
    total = sum(sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(first)))
    return first + str(-total % 10)


ID = resident_id()
ID_X = next(number for number in (resident_id(serial=f"{n:03}") for n in range(1000)) if number.endswith("X"))
#: Right but for the check digit, as one is mistyped.
ID_TYPO = ID[:-1] + ("1" if ID[-1] != "1" else "2")
ID_15 = "149999000101001"
MOBILE = "13900000000"
LANDLINE = "0359-5000000"
CARD = card()
CARD_19 = card("621700000000000000")
PASSPORT = "E00000000"
PERMIT = "H00000000"
PLATE = "晋A00000"
PLATE_ELECTRIC = "晋AD00000"
MAIL = "nobody@personal.example"
HOME = "家住示例县示例镇示例路12号3单元502室"
