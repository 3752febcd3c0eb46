"""Units as they are written after a number: symbols of the SI, and of well-known currencies."""

from __future__ import annotations

import re
from decimal import Decimal

SYMBOLS = {
    "watt": "W", "milliwatt": "mW", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "watt hour": "Wh", "kilowatt hour": "kWh", "megawatt hour": "MWh", "gigawatt hour": "GWh",
    "terawatt hour": "TWh", "volt": "V", "kilovolt": "kV", "ampere": "A", "newton": "N", "kelvin": "K",
    "joule": "J", "kilojoule": "kJ", "megajoule": "MJ", "gigajoule": "GJ", "terajoule": "TJ",
    "pascal": "Pa", "hectopascal": "hPa", "kilopascal": "kPa", "megapascal": "MPa",
    "kilometre": "km", "metre": "m", "decimetre": "dm", "centimetre": "cm", "millimetre": "mm",
    "micrometre": "µm", "nanometre": "nm", "square metre": "m²", "square centimetre": "cm²",
    "square kilometre": "km²", "hectare": "ha", "cubic metre": "m³", "cubic centimetre": "cm³",
    "cubic kilometre": "km³", "litre": "l", "hectolitre": "hl", "decilitre": "dl", "centilitre": "cl",
    "millilitre": "ml", "kilogram": "kg", "gram": "g", "milligram": "mg", "microgram": "µg",
    "ton": "t", "tonne": "t", "kiloton": "kt", "megaton": "Mt", "gigaton": "Gt",
    "byte": "B", "kilobyte": "kB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB", "petabyte": "PB",
    "exabyte": "EB", "zettabyte": "ZB",
    "kilobit": "kbit", "megabit": "Mbit", "gigabit": "Gbit", "terabit": "Tbit",
    "megabit per second": "Mbit/s", "gigabit per second": "Gbit/s", "terabit per second": "Tbit/s",
    "megabyte per second": "MB/s", "gigabyte per second": "GB/s", "terabyte per second": "TB/s",
    "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz", "terahertz": "THz",
    "watt-peak": "Wp", "kilowatt-peak": "kWp", "megawatt-peak": "MWp", "gigawatt-peak": "GWp",
    "ampere hour": "Ah", "milliampere hour": "mAh", "ohm": "Ω", "lumen": "lm", "decibel": "dB",
    "kilocalorie": "kcal", "millimetre of mercury": "mmHg", "per mille": "‰", "part per million": "ppm",
    "degree celsius": "°C", "degree fahrenheit": "°F",
    "kilometre per hour": "km/h", "metre per second": "m/s",
    "second": "s", "millisecond": "ms", "microsecond": "µs", "nanosecond": "ns", "minute": "min", "hour": "h",
}  # fmt: skip
"""By the unit's English name, as facts have it: SI Brochure (9th edition) and ISO/IEC 80000-13."""

CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "CZK": "Kč", "PLN": "zł"}
"""By ISO 4217 code."""

SCALES = ((Decimal("1e12"), "tn"), (Decimal("1e9"), "bn"), (Decimal("1e6"), "mn"))


_COUNTED = "count:"
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries"}
_UNCHANGED = ("FLOPS", "horsepower", "jin", "mu", "ping", "pyeong", "rai", "tsubo")
_HEAD = re.compile(r"(?P<before>.*?)(?P<counted>[A-Za-z-]+)(?P<rest>(?: (?:per|of) .*)?)")


def symbol(unit: str | None, amount: Decimal | None = None) -> str:
    """What stands after a number: ISO code, SI symbol, "%", or the unit's English name.

    With the amount of a quantity given, the name is in the plural where English has it: "2.5 barrels".
    """
    name = unit or ""
    if name.startswith(_COUNTED):  # an extractor's own count, whose noun stands as it was read
        return name.removeprefix(_COUNTED)
    if known := SYMBOLS.get(name.lower()):
        return known
    return name if amount is None or amount == 1 else _plural(name)


def _plural(name: str) -> str:
    """The plural of an English unit: "square feet", "miles per hour", "barrels of oil equivalent"."""
    head = _HEAD.fullmatch(name)
    if head is None or head["counted"].endswith(_UNCHANGED):
        return name
    counted = _PLURALS.get(head["counted"], f"{head['counted']}s")
    return f"{head['before']}{counted}{head['rest']}"


def scaled(value: Decimal) -> tuple[Decimal, str] | None:
    """A number of a million or more in its scale, to two decimals; None for smaller ones."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return (value / scale).quantize(Decimal("0.01")), name
    return None
