"""Units as they are written after a number: symbols of the SI, and of well-known currencies."""

from __future__ import annotations

from decimal import Decimal

SYMBOLS = {
    "gigawatt": "GW", "megawatt": "MW", "kilowatt": "kW", "watt": "W", "terawatt": "TW",
    "gigawatt hour": "GWh", "megawatt hour": "MWh", "kilowatt hour": "kWh", "terawatt hour": "TWh",
    "kilometre": "km", "metre": "m", "centimetre": "cm", "millimetre": "mm", "nanometre": "nm",
    "square metre": "m²", "square kilometre": "km²", "hectare": "ha", "cubic metre": "m³",
    "litre": "l", "kilogram": "kg", "gram": "g", "ton": "t", "tonne": "t",
    "gigabyte": "GB", "terabyte": "TB", "petabyte": "PB", "megabyte": "MB", "kilobyte": "kB",
    "gigahertz": "GHz", "megahertz": "MHz", "hertz": "Hz", "degree celsius": "°C",
    "kilometre per hour": "km/h", "second": "s", "minute": "min", "hour": "h",
}  # fmt: skip
"""By the unit's English name, as facts have it."""

CURRENCIES = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "CZK": "Kč", "PLN": "zł"}
"""By ISO 4217 code."""

SCALES = ((Decimal("1e12"), "tn"), (Decimal("1e9"), "bn"), (Decimal("1e6"), "mn"))


def symbol(unit: str | None) -> str:
    """What stands after a number: ISO code, SI symbol, "%", or the name of what is counted."""
    name = (unit or "").removeprefix("count:")
    return SYMBOLS.get(name.lower(), name)


def scaled(value: Decimal) -> tuple[Decimal, str] | None:
    """A number of a million or more in its scale, to two decimals; None for smaller ones."""
    for scale, name in SCALES:
        if abs(value) >= scale:
            return (value / scale).quantize(Decimal("0.01")), name
    return None
