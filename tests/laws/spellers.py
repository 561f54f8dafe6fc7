"""Writes whole numbers in words, 0 to 999,999, in three languages: what the laws read back."""

from __future__ import annotations

__all__ = ["SPELLERS", "spell_english", "spell_french", "spell_spanish"]

EN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf"
).split()
FR_TENS = "vingt trente quarante cinquante soixante".split()
ES = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
).split()
ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()
ES_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split()
)


def spell_english(number: int) -> str:
    """British: "one thousand two hundred and thirty-four"."""
    if number < 20:
        return EN[number]
    if number < 100:
        unit = number % 10
        return EN_TENS[number // 10 - 2] + (f"-{EN[unit]}" if unit else "")
    if number < 1000:
        rest = number % 100
        return f"{EN[number // 100]} hundred" + (f" and {spell_english(rest)}" if rest else "")
    rest = number % 1000
    joint = " and " if 0 < rest < 100 else " "
    return f"{spell_english(number // 1000)} thousand" + (joint + spell_english(rest) if rest else "")


def spell_french(number: int) -> str:
    """The spelling of France before 1990: "mille deux cent trente-quatre"."""
    if number < 20:
        return FR[number]
    if number < 70:
        tens, unit = FR_TENS[number // 10 - 2], number % 10
        return tens + ("" if not unit else " et un" if unit == 1 else f"-{FR[unit]}")
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{FR[number - 60]}"
    if number < 100:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{FR[number - 80]}"
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{FR[hundreds]} cent" + ("" if rest else "s")
        return head + (f" {spell_french(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    many = spell_french(thousands)
    many = many.removesuffix("s") if thousands % 100 in (0, 80) else many  # "quatre-vingt mille", "deux cent mille"
    head = "mille" if thousands == 1 else f"{many} mille"
    return head + (f" {spell_french(rest)}" if rest else "")


def spell_spanish(number: int) -> str:
    """ "mil doscientos treinta y cuatro"."""
    if number < 30:
        return ES[number]
    if number < 100:
        unit = number % 10
        return ES_TENS[number // 10 - 3] + (f" y {ES[unit]}" if unit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        if number == 100:
            return "cien"
        return ES_HUNDREDS[hundreds - 1] + (f" {spell_spanish(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    head = "mil" if thousands == 1 else f"{spell_spanish(thousands)} mil"
    return head + (f" {spell_spanish(rest)}" if rest else "")


SPELLERS = {"en": spell_english, "fr": spell_french, "es": spell_spanish}
